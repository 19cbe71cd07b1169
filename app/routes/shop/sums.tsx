import { useTranslation } from 'react-i18next'
import { useFormat } from '~/i18n/use-format'

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
      <div className="mt-1 border-t border-line pt-2 text-base font-bold">
        <Row name={t('sums.total')} value={money(amount)} />
      </div>
    </dl>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="min-w-0">{name}</dt>
      <dd className="figures whitespace-nowrap">{value}</dd>
    </div>
  )
}
