import type { ReactNode } from 'react'

const tones = {
  grey: ['bg-grey-soft text-grey', 'bg-grey-mark'],
  green: ['bg-green-soft text-green', 'bg-green-mark'],
  amber: ['bg-amber-soft text-amber', 'bg-amber-mark'],
  orange: ['bg-orange-soft text-orange', 'bg-orange-mark'],
  red: ['bg-red-soft text-red', 'bg-red-mark'],
  sky: ['bg-sky-soft text-sky', 'bg-sky-mark'],
} as const

export type Tone = keyof typeof tones

/** A status: dot, word, soft ground; never colour alone. `hollow` is for what is not a status yet, or no change. */
export function Pill({
  tone = 'grey',
  hollow = false,
  children,
}: {
  tone?: Tone
  hollow?: boolean
  children: ReactNode
}) {
  const [ground, dot] = tones[tone]
  return (
    <span
      className={`inline-flex min-h-[22px] items-center gap-1.5 rounded-full px-2 align-middle text-xs leading-tight font-semibold sm:whitespace-nowrap print:border print:border-black ${ground}`}
    >
      <span
        aria-hidden
        className={`size-[7px] flex-none rounded-full ${hollow ? 'border-[1.5px] border-grey-mark' : dot}`}
      />
      {children}
    </span>
  )
}
