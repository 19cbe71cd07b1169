import type { ReactNode } from 'react'

/** A white box with a hairline. `flush` leaves the padding to what is inside, for lists and tables. */
export function Card({
  title,
  end,
  flush = false,
  children,
}: {
  title?: ReactNode
  end?: ReactNode
  flush?: boolean
  children: ReactNode
}) {
  return (
    <section className="min-w-0 rounded-8 border border-line bg-surface shadow-low print:break-inside-avoid">
      {(title || end) && (
        <header className="flex min-h-12 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line px-4 py-2">
          <h2 className="text-md font-bold">{title}</h2>
          {end && <div className="ml-auto flex flex-wrap items-center gap-2 text-xs text-muted">{end}</div>}
        </header>
      )}
      <div className={flush ? 'overflow-clip rounded-b-8' : 'p-4'}>{children}</div>
    </section>
  )
}
