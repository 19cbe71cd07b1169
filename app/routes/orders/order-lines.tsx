import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import type { OrderStanding } from '~/orders/operations/standing.server'

/** What was bought; nothing where that is not known. */
export function OrderLines({ order, lines }: { order: FoundOrder; lines: OrderStanding['lines'] }) {
  const { t } = useTranslation(['operations', 'orders'])
  const { money, number } = useFormat()
  if (lines.length === 0) return null
  const rows = [
    ...lines.map(({ name, unitPrice, quantity }) => ({
      what: name,
      times: t('lines.times', { quantity: number(quantity) }),
      sum: unitPrice * quantity,
    })),
    { what: t('lines.shippingFee'), times: '', sum: order.shippingFee },
    { what: t('orders:field.fee'), times: '', sum: order.fee },
  ].filter(({ sum, times }) => sum > 0 || times !== '')
  return (
    <table className="mt-3 w-full border-t border-line text-sm">
      <caption className="pt-3 pb-1 text-left text-muted">{t('lines.title')}</caption>
      <tbody>
        {rows.map(({ what, times, sum }) => (
          <tr key={what + times + sum}>
            <td className="py-0.5">{what}</td>
            <td className="figures px-3 text-right whitespace-nowrap text-muted">{times}</td>
            <td className="figures text-right whitespace-nowrap">{money(sum)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
