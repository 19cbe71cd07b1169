import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

const edges = {
  go: 'border-l-green-mark',
  look: 'border-l-amber-mark',
  no: 'border-l-red-mark',
} as const

export type LinkListItem = {
  to: string
  /** What one looks for: a number, a name. */
  title: ReactNode
  /** At the right of the title: how long, how much. */
  end?: ReactNode
  /** Pills and the like. */
  status?: ReactNode
  /** What one looks past. */
  detail?: ReactNode
  /** The verdict, as an edge. */
  edge?: keyof typeof edges
  current?: boolean
}

/** Requests or orders one under the other; a whole row leads to its page. Stands in a `Card flush` or at a side. */
export function LinkList({ label, items }: { label: string; items: readonly LinkListItem[] }) {
  return (
    <ol aria-label={label}>
      {items.map((item) => (
        <li key={item.to} className="border-b border-line last:border-b-0">
          <Link
            to={item.to}
            prefetch="intent"
            aria-current={item.current ? 'true' : undefined}
            className={`grid gap-1 border-l-4 px-3.5 py-2.5 -outline-offset-2 hover:bg-ground aria-[current]:bg-primary-soft ${item.edge ? edges[item.edge] : 'border-l-transparent'}`}
          >
            <span className="flex items-baseline gap-2">
              <span className="min-w-0 font-bold">{item.title}</span>
              {item.end && <span className="ml-auto flex-none text-xs text-faint">{item.end}</span>}
            </span>
            {item.status && <span className="flex flex-wrap items-center gap-1.5">{item.status}</span>}
            {item.detail && <span className="text-xs text-muted">{item.detail}</span>}
          </Link>
        </li>
      ))}
    </ol>
  )
}
