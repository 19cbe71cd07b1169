import { ArrowRight, type LucideIcon, TriangleAlert, Unlink } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '~/ui/icon'

const looks: Record<Tone, { icon: LucideIcon; color: string }> = {
  /** Goes to Kuroneko. */
  reaches: { icon: ArrowRight, color: 'text-sky-mark' },
  /** Stays here. */
  here: { icon: Unlink, color: 'text-muted' },
  careful: { icon: TriangleAlert, color: 'text-amber-mark' },
}
type Tone = 'reaches' | 'here' | 'careful'

export type Consequence = { key: string; tone: Tone; words: ReactNode }

/** What an operation will do, line by line: what reaches Kuroneko, what does not, what to mind. */
export function Consequences({ of: consequences }: { of: readonly (Consequence | false)[] }) {
  return (
    <ul className="grid gap-1.5">
      {consequences
        .filter((one) => one !== false)
        .map(({ key, tone, words }) => (
          <li key={key} className="flex gap-2">
            <span className={`pt-1 ${looks[tone].color}`}>
              <Icon of={looks[tone].icon} />
            </span>
            <span className="min-w-0">{words}</span>
          </li>
        ))}
    </ul>
  )
}
