import { Link } from '@remix-run/react'
import {
  ChevronRight,
  CircleCheck,
  CircleDashed,
  CircleX,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from '~/ui/icon'
import { OrderNumber } from '~/ui/order-number'
import { Spinner } from '~/ui/spinner'
import type { Verdict } from '~/verdicts/assess'
import { Change } from '../change'
import type { FormRow } from './fields'
import { OutlookCard } from './outlook'
import type { Outlook, Standing } from './standing'

/** As many are shown at once in full. */
const fewRows = 3

const marks: Record<Verdict, { icon: LucideIcon; color: string }> = {
  go: { icon: CircleCheck, color: 'text-green-mark' },
  look: { icon: TriangleAlert, color: 'text-amber-mark' },
  no: { icon: CircleX, color: 'text-red-mark' },
}

export type RowsSeen = {
  rows: readonly FormRow[]
  standings: readonly Standing[]
  orderAddress: (number: string) => string
  /** Null without scripts. */
  onAskAnew: ((number: string) => void) | null
}

/** What each row would change, and its prospects: a line for each, that opens. */
export function RowOutlooks({ rows, standings, orderAddress, onAskAnew }: RowsSeen) {
  const told = standings.flatMap((standing, place) => {
    const typed = rows[place]?.orderNumber.trim()
    return typed ? [{ place, standing, typed, number: numberOf(standing) }] : []
  })
  return (
    <ul className="grid divide-y divide-line max-lg:max-h-[60dvh] max-lg:overflow-y-auto">
      {told.map(({ number, ...row }) => (
        <RowOutlook
          key={row.place}
          {...row}
          number={number ?? row.typed}
          order={number ? orderAddress(number) : null}
          open={rows.length <= fewRows}
          onAskAnew={onAskAnew}
        />
      ))}
    </ul>
  )
}

type RowOutlookProps = Pick<RowsSeen, 'onAskAnew'> & {
  place: number
  standing: Standing
  typed: string
  number: string
  /** The address of its order, where one was found. */
  order: string | null
  open: boolean
}

/** Drawn anew only when what it shows has changed: there may be a hundred, and each key is typed into one of them. */
const RowOutlook = memo(
  OneRow,
  (a, b) => a.onAskAnew === b.onAskAnew && JSON.stringify(a) === JSON.stringify(b),
)

function OneRow({ place, standing, typed, number, order, open, onAskAnew }: RowOutlookProps) {
  return (
    <li>
      <details open={open} className="group">
        <summary className="flex cursor-pointer items-center gap-2 py-2 pointer-coarse:min-h-11">
          <Line outlook={standing.outlook} number={number} />
        </summary>
        <div className="grid gap-3 pb-3">
          <RowChange standing={standing} />
          {standing.outlook && (
            <OutlookCard
              outlook={standing.outlook}
              order={order}
              onAskAnew={onAskAnew && (() => onAskAnew(typed))}
            />
          )}
          <ToRow place={place} />
        </div>
      </details>
    </li>
  )
}

function Line({ outlook, number }: { outlook: Outlook | null; number: string }) {
  const { t } = useTranslation('requests')
  const verdict = outlook?.assessment?.verdict
  return (
    <>
      <Icon of={ChevronRight} className="text-faint group-open:rotate-90" />
      <Mark outlook={outlook} />
      <OrderNumber strong>{number}</OrderNumber>
      <span className="ml-auto text-right text-xs text-muted">
        {verdict && t(`outlook.short.${verdict}`)}
      </span>
    </>
  )
}

function ToRow({ place }: { place: number }) {
  const { t } = useTranslation('requests')
  return (
    <Link
      to={`#requests.${place}.orderNumber`}
      reloadDocument
      className="text-sm text-muted underline underline-offset-2"
    >
      {t('outlook.toRow', { place: place + 1 })}
    </Link>
  )
}

function Mark({ outlook }: { outlook: Outlook | null }) {
  if (outlook?.kuroneko === 'asking') return <Spinner />
  const { icon, color } = outlook?.assessment
    ? marks[outlook.assessment.verdict]
    : { icon: CircleDashed, color: 'text-faint' }
  return <Icon of={icon} className={color} />
}

/** 前 → 後 of one row, once it says what is wished. */
export function RowChange({ standing: { known, wish, change } }: { standing: Standing }) {
  const { t } = useTranslation('requests')
  if (!wish) return <p className="text-sm text-muted">{t('summary.incomplete')}</p>
  return (
    <div className="grid gap-1">
      {typeof known === 'object' && !known.order && (
        <p className="text-xs font-semibold text-amber">{t('summary.unmatched')}</p>
      )}
      <Change before={change?.before ?? null} wish={wish} />
    </div>
  )
}

/** The number that was found, however it was typed. */
export function numberOf({ known }: Standing): string | undefined {
  return typeof known === 'object' ? known.order?.number : undefined
}
