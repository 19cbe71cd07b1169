import { Link } from '@remix-run/react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { OrderNumber } from '~/ui/order-number'

export type Chosen = ReturnType<typeof useChosen>

/** Which of the rows are ticked; all of them to begin with. */
export function useChosen(all: string[]) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  return {
    count: all.filter((reference) => !left.has(reference)).length,
    has: (reference: string) => !left.has(reference),
    take(reference: string, taken: boolean) {
      const next = new Set(left)
      if (taken) next.delete(reference)
      else next.add(reference)
      setLeft(next)
    },
    takeAll: (taken: boolean) => setLeft(new Set(taken ? [] : all)),
  }
}

type Row = { reference: string; number: string; shop: { name: string } }

/** A row's box to tick, by its order number; the reference leads to the request itself. */
export function ChoiceCell({ row, chosen }: { row: Row; chosen: Chosen }) {
  return (
    <div className="flex items-start gap-2.5">
      <input
        type="checkbox"
        name="reference"
        value={row.reference}
        id={row.reference}
        checked={chosen.has(row.reference)}
        onChange={(event) => chosen.take(row.reference, event.currentTarget.checked)}
        className="mt-1 size-4 flex-none accent-primary pointer-coarse:size-6"
      />
      <RowName row={row} id={row.reference} />
    </div>
  )
}

/** Which order and which request a row is about. */
export function RowName({ row, id }: { row: Row; id?: string }) {
  const number = <OrderNumber strong>{row.number}</OrderNumber>
  return (
    <div className="min-w-0">
      {id ? <label htmlFor={id}>{number}</label> : number}
      <p className="flex flex-wrap gap-x-2 text-xs text-muted">
        <Link to={`/desk/${row.reference}`} className="figures text-primary underline">
          {row.reference}
        </Link>
        {row.shop.name}
      </p>
    </div>
  )
}

/** Below the rows, within reach: how many are chosen, and the button that goes on with them. */
export function ChoiceBar({ chosen, note, children }: { chosen: Chosen; note: string; children: ReactNode }) {
  const { t } = useTranslation('desk')
  const full = chosen.count > 0
  return (
    <div className="sticky bottom-(--shell-bottom) flex flex-wrap items-center gap-2.5 border-t border-line bg-surface px-4 py-3 max-md:[&>button]:flex-1">
      <p className="text-xs text-muted max-md:w-full md:mr-auto">
        {note} <span className="hidden noscript:inline">{t('quick.chosenOnly')}</span>
      </p>
      <div className="flex-none noscript:hidden">
        <Button tone="quiet" onClick={() => chosen.takeAll(!full)}>
          {t(full ? 'quick.none' : 'quick.all')}
        </Button>
      </div>
      {children}
    </div>
  )
}
