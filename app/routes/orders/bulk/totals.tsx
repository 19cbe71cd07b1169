import { CircleCheck, CircleX } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import type { BulkKind } from '~/orders/operations/bulk/items.server'
import { LinkButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import type { FormRow } from './dry-run-form'

/** How many rows will go and how many will not; from a capture without slips the way to register them. */
export function Totals({ kind, rows }: { kind: BulkKind; rows: readonly FormRow[] }) {
  const { t } = useTranslation('bulk')
  const going = rows.filter(({ refusal }) => refusal === null).length
  const slipless = rows.filter(({ refusal }) => refusal?.startsWith('slip_')).map(({ dry }) => dry.number)
  const toShip = new URLSearchParams([['kind', 'ship'], ...slipless.map((number) => ['order', number])])
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <p className="flex flex-wrap gap-x-5 gap-y-1" aria-live="polite">
        <span className="flex items-center gap-1.5 font-bold text-green">
          <Icon of={CircleCheck} />
          {t('dry.going', { count: going })}
        </span>
        {going < rows.length && (
          <span className="flex items-center gap-1.5 font-bold text-red">
            <Icon of={CircleX} />
            {t('dry.refused', { count: rows.length - going })}
          </span>
        )}
      </p>
      {kind === 'capture' && slipless.length > 0 && (
        <LinkButton to={`/orders/bulk?${toShip}`} size="sm">
          {t('dry.toShip', { count: slipless.length })}
        </LinkButton>
      )}
    </div>
  )
}
