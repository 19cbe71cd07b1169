import { claimLabels } from '~/corrections/wishes'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { KeyValue } from '~/ui/key-value'
import { OrderNumber } from '~/ui/order-number'
import { Words } from '~/ui/words'
import { Change } from '../change'
import type { RequestView } from './view.server'

/** What was asked for, in the form's own labels, with what it changes. */
export function Asked({ view }: { view: RequestView }) {
  const { t } = useTranslation(['requests', 'common'])
  const language = useLanguage()
  const { order, applied, wish, claim, claimWords, reason, number, shop } = view
  const before = applied?.before ?? (view.state === 'applied' ? null : (order?.shown ?? null))
  const address = order && `/orders/${encodeURIComponent(order.number)}?shop=${encodeURIComponent(shop.code)}`
  const words = claimWords && claimWords !== claimLabels[claim].ja ? `（${claimWords}）` : ''
  return (
    <Card
      title={t('detail.asked')}
      end={
        address && (
          <LinkButton to={address} size="sm" tone="quiet">
            {t('detail.order')}
          </LinkButton>
        )
      }
    >
      <KeyValue
        entries={[
          { key: t('labels.orderNumber'), value: <TheNumber number={number} matched={order !== null} /> },
          {
            key: t('detail.change'),
            value: (
              <div className="grid gap-1">
                <Change before={before} wish={wish} />
                <p className="text-xs text-muted">{t('common:cosmetic')}</p>
              </div>
            ),
          },
          { key: t('labels.kuronekoStatus'), value: `${claimLabels[claim][language]}${words}` },
          {
            key: t('labels.reason'),
            value: (
              <p className="break-words whitespace-pre-wrap">
                <Words words={reason} />
              </p>
            ),
          },
          { key: t('detail.filedBy'), value: view.filedBy },
          ...(view.reverts ? [{ key: t('detail.reverts'), value: view.reverts }] : []),
        ]}
      />
    </Card>
  )
}

function TheNumber({ number, matched }: { number: RequestView['number']; matched: boolean }) {
  const { t } = useTranslation('requests')
  return (
    <>
      <OrderNumber strong>{number.used}</OrderNumber>
      {number.typed !== number.used && (
        <p className="text-xs text-muted">
          {t('detail.typed')}: <OrderNumber>{number.typed}</OrderNumber>
        </p>
      )}
      {!matched && <p className="text-sm font-semibold text-amber">{t('detail.unmatched')}</p>}
    </>
  )
}
