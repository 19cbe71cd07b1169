import type { ReactNode } from 'react'

const tones = {
  plain: 'border-line-strong bg-surface',
  key: 'border-primary bg-primary',
  good: 'border-green-mark bg-green-mark',
  look: 'border-amber-mark bg-amber-mark',
  bad: 'border-red-mark bg-red-mark',
} as const

/** What happened, one under the other, joined by a line. Holds `TimelineItem`s. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="py-1.5">{children}</ol>
}

/** One happening. `tone` marks those that one looks for; the words say the same. */
export function TimelineItem({
  time,
  tone = 'plain',
  id,
  end,
  children,
}: {
  time: ReactNode
  /** By which an address leads here. */
  id?: string | undefined
  tone?: keyof typeof tones
  end?: ReactNode
  children: ReactNode
}) {
  return (
    <li
      id={id}
      className="scroll-mt-[calc(var(--shell-top)+1rem)] grid target:bg-primary-soft grid-cols-[16px_1fr_auto] gap-x-2.5 px-4 sm:grid-cols-[132px_16px_1fr_auto] print:break-inside-avoid"
    >
      <div className="col-span-2 col-start-2 row-start-1 pt-2 text-xs text-faint sm:col-span-1 sm:col-start-1 sm:py-2.5">
        {time}
      </div>
      <div aria-hidden className="relative col-start-1 row-span-3 row-start-1 sm:col-start-2 sm:row-span-1">
        <span className="absolute inset-y-0 left-[7px] w-0.5 bg-line" />
        <span className={`absolute top-4 left-[3px] size-2.5 rounded-full border-2 ${tones[tone]}`} />
      </div>
      <div className="col-start-2 min-w-0 pb-2 sm:col-start-3 sm:py-2">{children}</div>
      {end && (
        <div className="col-start-2 row-start-3 pb-2 text-xs text-faint sm:col-start-4 sm:row-start-1 sm:py-2.5">
          {end}
        </div>
      )}
    </li>
  )
}
