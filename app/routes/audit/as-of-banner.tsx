import { formatSecond } from '~/i18n/format'
import { useTranslation } from '~/i18n/use-translation'
import { tokyoLocal } from '~/platform/tokyo'
import { LinkButton } from '~/ui/button'
import { VerdictBox } from '~/ui/verdict-box'
import { historyAddress, type OrderName, type OrderView } from './order-address'
import type { OrderHistoryView } from './order-view.server'

export type Then = NonNullable<OrderHistoryView['asOf']>
export type Past = Extract<Then, { kind: 'then' }>

/** A moment to the part of a second that it was chosen by. */
export function momentWords(at: Date): string {
  return tokyoLocal(at).replace('T', ' ')
}

/** Says that this is the past, and leads back to now. */
export function AsOfBanner({ order, then, view }: { order: OrderName; then: Then; view: OrderView }) {
  const { t } = useTranslation('history')
  const at = momentWords(then.at)
  const now = (
    <LinkButton to={historyAddress(order, { kind: view.kind })} size="sm">
      {t('asOf.now')}
    </LinkButton>
  )
  if (then.kind === 'then') {
    return (
      <VerdictBox tone="look" title={t('asOf.banner', { at })} end={now}>
        {t('asOf.bannerDetail', { count: then.seq, last: formatSecond(then.lastAt) })}
      </VerdictBox>
    )
  }
  const first = then.first && (
    <LinkButton to={historyAddress(order, { at: tokyoLocal(then.first) })} size="sm">
      {t('asOf.first')}
    </LinkButton>
  )
  return (
    <VerdictBox
      tone="look"
      title={t('asOf.before', { at })}
      end={
        <>
          {first}
          {now}
        </>
      }
    >
      {then.first && t('asOf.beforeDetail', { first: formatSecond(then.first) })}
    </VerdictBox>
  )
}
