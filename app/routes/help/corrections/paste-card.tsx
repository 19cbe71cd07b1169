import type { ParsedRequest } from '~/corrections/paste/parsed-request'
import { claimLabels, paymentWishLabels, shippingWishLabels } from '~/corrections/wishes'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { KeyValue } from '~/ui/key-value'
import { Points } from '../help-page'

export type Read = Pick<
  ParsedRequest,
  'orderNumber' | 'paymentStatus' | 'shippingStatus' | 'kuronekoStatus' | 'reason'
>

/** The form of a post that can be pasted, and what is read from it. */
export function PasteCard({ text, read }: { text: string; read: Read }) {
  const { t } = useTranslation(['help', 'requests'])
  const language = useLanguage()
  return (
    <Card title={t('help:corrections.paste.title')}>
      <div className="grid gap-3">
        <p>{t('help:corrections.paste.lead')}</p>
        <h3 className="font-semibold">{t('help:corrections.paste.example')}</h3>
        <p lang="ja" className="rounded-6 bg-ground p-3 whitespace-pre-wrap">
          {text}
        </p>
        <h3 className="font-semibold">{t('help:corrections.paste.understood')}</h3>
        <KeyValue
          entries={[
            {
              key: t('requests:labels.orderNumber'),
              value: <span className="figures">{read.orderNumber}</span>,
            },
            {
              key: t('requests:labels.paymentStatus'),
              value: read.paymentStatus && paymentWishLabels[read.paymentStatus][language],
            },
            {
              key: t('requests:labels.shippingStatus'),
              value: read.shippingStatus && shippingWishLabels[read.shippingStatus][language],
            },
            {
              key: t('requests:labels.kuronekoStatus'),
              value: read.kuronekoStatus && claimLabels[read.kuronekoStatus][language],
            },
            { key: t('requests:labels.reason'), value: <span lang="ja">{read.reason}</span> },
          ]}
        />
        <Points points={[t('help:corrections.paste.copes'), t('help:corrections.paste.doubts')]} />
      </div>
    </Card>
  )
}
