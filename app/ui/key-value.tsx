import type { ReactNode } from 'react'

export type Entry = { key: string; value: ReactNode }

/** Names and values. `stacked` puts the name above its value, for narrow places. */
export function KeyValue({ entries, stacked = false }: { entries: readonly Entry[]; stacked?: boolean }) {
  return (
    <dl
      className={
        stacked
          ? 'grid gap-2.5'
          : 'grid items-baseline gap-x-4 gap-y-2 sm:grid-cols-[minmax(7rem,max-content)_1fr]'
      }
    >
      {entries.map(({ key, value }) => (
        <div key={key} className={stacked ? '' : 'sm:contents'}>
          <dt className="text-sm text-muted">{key}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
