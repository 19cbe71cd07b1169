import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon'

const tones: Record<BoxTone, { look: string; icon: LucideIcon }> = {
  go: { look: 'border-green-mark/50 bg-green-soft text-green', icon: CircleCheck },
  look: { look: 'border-amber-mark/60 bg-amber-soft text-amber', icon: TriangleAlert },
  no: { look: 'border-red-mark/50 bg-red-soft text-red', icon: CircleX },
  info: { look: 'border-sky-mark/40 bg-sky-soft text-sky', icon: Info },
}

export type BoxTone = 'go' | 'look' | 'no' | 'info'

/** The loudest thing on a page: what the verdict is, in a sentence, and why. Also for notices of the same weight. */
export function VerdictBox({
  tone,
  title,
  end,
  small = false,
  children,
}: {
  tone: BoxTone
  title: ReactNode
  /** A button at the right. */
  end?: ReactNode
  small?: boolean
  children?: ReactNode
}) {
  const { look, icon } = tones[tone]
  return (
    <div
      className={`flex flex-wrap items-center gap-x-3.5 gap-y-2 rounded-8 border ${small ? 'px-3 py-2.5' : 'px-4 py-3.5'} ${look}`}
    >
      <div className="flex min-w-0 flex-1 basis-56 items-center gap-3.5">
        <Icon of={icon} size={small ? 'md' : 'lg'} />
        <div className="min-w-0">
          <strong className={small ? 'text-md' : 'text-base'}>{title}</strong>
          {children && <div className="text-sm text-ink">{children}</div>}
        </div>
      </div>
      {end}
    </div>
  )
}
