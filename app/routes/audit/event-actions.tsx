import { Link } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { tokyoLocal } from '~/platform/tokyo'
import type { ActEvents } from './groups'
import { historyAddress, type OrderName } from './order-address'
import { ProofButtons } from './proof-buttons'

/**
 * What can be done with one act of an order's history: see the order as of then, an act being whole only at its end, and
 * take the proof of each of its events away.
 */
export function EventActions({ order, act }: { order: OrderName; act: ActEvents }) {
  const { t } = useTranslation('history')
  const [{ seq }] = act
  const last = new Date(Math.max(...act.map(({ at }) => at.getTime())))
  return (
    <span className="flex flex-wrap gap-x-3 print:hidden">
      <Link
        to={historyAddress(order, { at: tokyoLocal(last) })}
        aria-label={t('event.atNamed', { seq: String(seq) })}
        className="whitespace-nowrap text-primary hover:underline"
      >
        {t('event.at')}
      </Link>
      <ProofButtons events={act} />
    </span>
  )
}
