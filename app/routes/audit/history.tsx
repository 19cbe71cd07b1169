import type { HistoryEvent } from '~/audit/history-event'
import { tokyoFields } from '~/platform/tokyo'
import { Time } from '~/ui/time'
import { Timeline, TimelineItem } from '~/ui/timeline'
import { HistoryEntry, toneOf } from './history-entry'

type Props = {
  events: readonly HistoryEvent[]
  /** Where requests are shown to this reader; without it references are not links. */
  requests?: '/desk' | '/requests' | undefined
  /** Without headings for the days, for a card beside other things. */
  compact?: boolean
}

/** What happened, newest first, as sentences. Also for the pages of requests and orders. */
export function History({ events, requests, compact = false }: Props) {
  if (compact) return <Entries events={events} requests={requests} time={(at) => <Time at={at} />} />
  return byDay(events).map(({ day, events: ofDay }) => (
    <section key={`${day} ${ofDay[0]?.id}`} className="border-t border-line first:border-t-0">
      <h3 className="figures px-4 pt-3 text-xs font-semibold text-muted">{day}</h3>
      <Entries events={ofDay} requests={requests} time={(at) => <Clock at={at} />} />
    </section>
  ))
}

function Entries({
  events,
  requests,
  time,
}: Pick<Props, 'events' | 'requests'> & { time: (at: Date) => JSX.Element }) {
  return (
    <Timeline>
      {events.map((event) => (
        <TimelineItem key={event.id} time={time(event.at)} tone={toneOf(event)}>
          <HistoryEntry event={event} requests={requests} />
        </TimelineItem>
      ))}
    </Timeline>
  )
}

/** The time of day in Tokyo; the day stands above. */
function Clock({ at }: { at: Date }) {
  const { day, second } = tokyoFields(at)
  return (
    <time dateTime={at.toISOString()} title={`${day} ${second} JST`} className="figures whitespace-nowrap">
      {second}
    </time>
  )
}

function byDay(events: readonly HistoryEvent[]): { day: string; events: HistoryEvent[] }[] {
  const days: { day: string; events: HistoryEvent[] }[] = []
  for (const event of events) {
    const { day } = tokyoFields(event.at)
    const last = days.at(-1)
    if (last?.day === day) last.events.push(event)
    else days.push({ day, events: [event] })
  }
  return days
}
