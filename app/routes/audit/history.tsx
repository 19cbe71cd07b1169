import type { HistoryEvent } from '~/audit/history-event'
import { tokyoFields } from '~/platform/tokyo'
import { Time } from '~/ui/time'
import { Timeline, TimelineItem } from '~/ui/timeline'
import { EventActions } from './event-actions'
import { type ActEvents, byAct, byDay } from './groups'
import { type Beside, HistoryEntry, type RequestsAddress, toneOf } from './history-entry'
import type { OrderName } from './order-address'

/** What happened, newest first, as sentences: for a card beside other things. */
export function History({
  events,
  requests,
}: {
  events: readonly HistoryEvent[]
  /** Where requests are shown to this reader; without it references are not links. */
  requests?: RequestsAddress | undefined
}) {
  return (
    <Timeline>
      {events.map((event) => (
        <TimelineItem key={event.id} time={<Time at={event.at} />} tone={toneOf(event)}>
          <HistoryEntry event={event} requests={requests} />
        </TimelineItem>
      ))}
    </Timeline>
  )
}

type OrderProps = { order: OrderName; events: readonly HistoryEvent[]; beside: Beside }

/** The same for the page of one order: by days, the events of one act together, each with an address of its own. */
export function OrderTimeline({ order, events, beside }: OrderProps) {
  return byDay(byAct(events)).map(({ day, acts }) => (
    <section key={`${day} ${acts[0]?.[0].id}`} className="border-t border-line first:border-t-0">
      <h3 className="figures px-4 pt-3 text-xs font-semibold text-muted">{day}</h3>
      <Timeline>
        {acts.map((act) => (
          <Act key={act[0].id} act={act} order={order} beside={beside} />
        ))}
      </Timeline>
    </section>
  ))
}

function Act({ act, order, beside }: { act: ActEvents; order: OrderName; beside: Beside }) {
  const [first, ...rest] = act
  return (
    <TimelineItem
      id={`e${first.seq}`}
      time={<Clock at={first.at} />}
      tone={toneOf(first)}
      end={<EventActions order={order} act={act} />}
    >
      <HistoryEntry event={first} requests={beside.requests} beside={beside} />
      {rest.map((event) => (
        <div key={event.id} id={`e${event.seq}`} className="mt-1.5 scroll-mt-24 target:bg-primary-soft">
          <HistoryEntry
            event={event}
            requests={beside.requests}
            beside={beside}
            brief={event.told?.action === 'correction.approved'}
          />
        </div>
      ))}
    </TimelineItem>
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
