import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { formatAgo, formatDay, formatDue, formatMinute, formatSecond } from '~/i18n/format'
import type { Language } from '~/i18n/languages'
import { useLanguage } from '~/i18n/use-format'

const Now = createContext<Date | null>(null)

/** Gives the page its time: the server's at first, so that both render the same, then by the minute. */
export function NowProvider({ now, children }: { now: Date; children: ReactNode }) {
  const [time, setTime] = useState(now)
  useEffect(() => setTime(now), [now])
  useEffect(() => {
    const timer = setInterval(() => setTime(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return <Now.Provider value={time}>{children}</Now.Provider>
}

/** The page's time. */
export function useNow(): Date {
  return useContext(Now) ?? new Date()
}

const shown = {
  /** `3分前` */
  ago: formatAgo,
  /** `残り 2時間` */
  due: formatDue,
  /** `2026-11-24` */
  day: (_: Language, at: Date) => formatDay(at),
  /** `2026-11-24 09:12` */
  minute: (_: Language, at: Date) => formatMinute(at),
  /** `2026-11-24 09:12:44` */
  second: (_: Language, at: Date) => formatSecond(at),
}

/** A moment, in Tokyo time: `ago` and `due` in lists with the exact time on hover, the exact ones in histories. */
export function Time({ at, show = 'minute' }: { at: Date | string; show?: keyof typeof shown }) {
  const language = useLanguage()
  const now = useNow()
  const moment = new Date(at)
  return (
    <time
      dateTime={moment.toISOString()}
      title={`${formatSecond(moment)} JST`}
      className={show === 'ago' || show === 'due' ? 'whitespace-nowrap' : 'figures whitespace-nowrap'}
    >
      {shown[show](language, moment, now)}
    </time>
  )
}
