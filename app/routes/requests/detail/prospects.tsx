import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { VerdictBox } from '~/ui/verdict-box'
import { KuronekoSays } from '../kuroneko-says'
import { ShopFindings } from '../shop-findings'
import type { RequestView } from './view.server'

/** What Kuroneko answered, and what the rules make of it, as the desk sees them too. */
export function Prospects({ view: { evidence, outlook, order, shop } }: { view: RequestView }) {
  const { t } = useTranslation(['requests', 'verdicts', 'orders'])
  if (!evidence && !outlook) return null
  const address = order && `/orders/${encodeURIComponent(order.number)}?shop=${encodeURIComponent(shop.code)}`
  return (
    <Card title={t('kuroneko.title')}>
      <div className="grid gap-4">
        <div>{evidence ? <KuronekoSays evidence={evidence} /> : t('kuroneko.notYet')}</div>
        {outlook && (
          <VerdictBox small tone={outlook.verdict} title={t(`outlook.${outlook.verdict}`)}>
            {outlook.secondPerson && t('verdicts:second.needed')}
          </VerdictBox>
        )}
        {outlook && outlook.findings.length > 0 && (
          <ShopFindings findings={outlook.findings} order={address} />
        )}
      </div>
    </Card>
  )
}
