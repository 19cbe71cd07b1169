import { Link } from '@remix-run/react'
import { useFormat } from '~/i18n/use-format'
import type { Tone } from './pill'

const edges: Record<Tone, string> = {
  grey: 'border-l-line-strong',
  green: 'border-l-green-mark',
  amber: 'border-l-amber-mark',
  orange: 'border-l-orange-mark',
  red: 'border-l-red-mark',
  sky: 'border-l-sky-mark',
}

export type Tile = {
  to: string
  label: string
  count: number
  /** Colours the edge while there is anything; nothing waiting is grey. */
  tone?: Tone
}

/** How much of each kind waits, each leading to its list: the head of a start page. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  const { number } = useFormat()
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-4">
      {tiles.map(({ to, label, count, tone = 'sky' }) => (
        <li key={to} className="grid">
          <Link
            to={to}
            prefetch="intent"
            className={`grid content-between rounded-8 border border-l-4 border-line bg-surface px-4 py-3 shadow-low hover:bg-ground ${edges[count > 0 ? tone : 'grey']}`}
          >
            <span className="text-sm text-muted">{label}</span>
            <span className={`figures text-2xl leading-snug font-bold ${count > 0 ? '' : 'text-faint'}`}>
              {number(count)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
