import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import type { FilterField } from '~/audit/search/filter'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { paymentLabels, shippingLabels } from '~/orders/statuses'
import { Icon } from '~/ui/icon'
import { searchWithout } from './address'
import type { Search } from './load.server'

type Condition = { fields: readonly FilterField[]; label: string }
export type Shown = Pick<Search, 'filter'> & Pick<Search, 'shops' | 'people'>

/** What is asked for, one by one, each with the way to do without it. */
export function Conditions({ filter, shops, people }: Shown) {
  const { t } = useTranslation('audit-search')
  const conditions = useConditions({ filter, shops, people })
  if (conditions.length === 0) return null
  return (
    <ul aria-label={t('filters')} className="flex flex-wrap gap-1.5">
      {conditions.map(({ fields, label }) => (
        <li key={fields[0]}>
          <Link
            to={searchWithout(filter, fields)}
            aria-label={t('remove', { condition: label })}
            className="inline-flex pointer-coarse:min-h-11 items-center gap-1.5 rounded-full border border-line-strong bg-surface px-2.5 py-0.5 text-xs text-ink hover:bg-ground"
          >
            {label}
            <Icon of={X} className="text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What a filter asks for, in words. */
export function useConditions({ filter, shops, people }: Shown): Condition[] {
  const { t } = useTranslation('audit-search')
  const { language, money } = useFormat()
  const any = t('conditions.any')
  const { words, action, actor, shop, number, reference, evidence, outcome } = filter
  const named = (field: FilterField, value: string | undefined): Condition[] =>
    value ? [{ fields: [field], label: t('conditions.field', { field: t(`fields.${field}`), value }) }] : []
  const between = (
    kind: 'period' | 'amount',
    fields: readonly [FilterField, FilterField],
    [from, to]: readonly [string | undefined, string | undefined],
  ): Condition[] => {
    if (from !== undefined && to !== undefined) {
      return [{ fields, label: t(`conditions.${kind}`, { from, to }) }]
    }
    if (from !== undefined) return [{ fields, label: t(`conditions.${kind}From`, { from }) }]
    return to === undefined ? [] : [{ fields, label: t(`conditions.${kind}To`, { to }) }]
  }
  const moved = (
    kind: 'payment' | 'shipping',
    fields: readonly [FilterField, FilterField],
    [from, to]: readonly [string | undefined, string | undefined],
  ): Condition[] => {
    if (!from && !to) return []
    return [{ fields, label: t(`conditions.${kind}`, { from: from ?? any, to: to ?? any }) }]
  }
  const payment = (status: typeof filter.paymentBefore) => status && paymentLabels[status][language]
  const shipping = (status: typeof filter.shippingBefore) => status && shippingLabels[status][language]
  const yen = (amount: number | undefined) => (amount === undefined ? undefined : money(amount))
  const kinds = { desk: t('actors.desk'), system: t('actors.system') }
  const who = (): string | undefined => {
    if (actor === 'desk' || actor === 'system') return kinds[actor]
    return actor && (people.find(({ id }) => id === actor)?.name ?? t('actors.other'))
  }
  return [
    ...(words ? [{ fields: ['words'] as const, label: t('conditions.words', { words }) }] : []),
    ...between('period', ['from', 'to'], [filter.from, filter.to]),
    ...named('action', action?.map((group) => t(`actions.${group}`)).join(language === 'ja' ? '、' : ', ')),
    ...moved(
      'payment',
      ['paymentBefore', 'paymentAfter'],
      [payment(filter.paymentBefore), payment(filter.paymentAfter)],
    ),
    ...moved(
      'shipping',
      ['shippingBefore', 'shippingAfter'],
      [shipping(filter.shippingBefore), shipping(filter.shippingAfter)],
    ),
    ...between('amount', ['amountFrom', 'amountTo'], [yen(filter.amountFrom), yen(filter.amountTo)]),
    ...named('number', number),
    ...named('reference', reference),
    ...named('shop', shops.find(({ code }) => code === shop)?.name ?? shop),
    ...named('actor', who()),
    ...named('evidence', evidence && t(`evidence.${evidence}`)),
    ...named('outcome', outcome && t(`outcomes.${outcome}`)),
  ]
}
