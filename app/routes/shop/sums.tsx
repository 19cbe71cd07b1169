import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'

type Line = { name: string; unitPrice: number; quantity: number }

/** What is bought, and what it costs. */
export function Sums({ lines, shipping, amount }: { lines: Line[]; shipping: number; amount: number }) {
  const { t } = useTranslation('storefront')
  const { money } = useFormat()
  return (
    <dl className="grid gap-1.5">
      {lines.map(({ name, unitPrice, quantity }) => (
        <Row key={name} name={t('sums.times', { name, quantity })} value={money(unitPrice * quantity)} />
      ))}
      <Row name={t('sums.shipping')} value={money(shipping)} />
      <Row name={t('sums.total')} value={money(amount)} total />
    </dl>
  )
}

function Row({ name, value, total = false }: { name: string; value: string; total?: boolean }) {
  const look = total ? 'mt-1 border-t border-line pt-2 text-base font-bold' : ''
  return (
    <div className={`flex items-baseline justify-between gap-4 ${look}`}>
      <dt className="min-w-0">{name}</dt>
      <dd className="figures whitespace-nowrap">{value}</dd>
    </div>
  )
}
