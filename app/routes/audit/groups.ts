import type { HistoryEvent } from '~/audit/history-event'
import { tokyoFields } from '~/platform/tokyo'

/** One act: the event that tells of it, and those that followed from it at once, as they stand in the chain. */
export type ActEvents = [HistoryEvent, ...HistoryEvent[]]

/** Events, newest first, as acts, newest first. */
export function byAct(events: readonly HistoryEvent[]): ActEvents[] {
  const acts: ActEvents[] = []
  for (const event of [...events].reverse()) {
    const act = acts.at(-1)
    if (act && belongsTo(act, event)) act.push(event)
    else acts.push([event])
  }
  return acts.reverse()
}

/** Applying is told by two events; a difference is found and ends at the very moment of what showed or mended it. */
function belongsTo(act: ActEvents, { seq, at, told }: HistoryEvent): boolean {
  const [first] = act
  if (!told || !first.told || seq !== (act.at(-1)?.seq ?? 0) + 1) return false
  switch (told.action) {
    case 'correction.approved':
      return (
        first.told.action === 'order.corrected' &&
        told.outcome === 'done' &&
        first.told.reference === told.reference
      )
    case 'order.drift_found':
    case 'order.drift_closed':
      return first.at.getTime() === at.getTime()
    default:
      return false
  }
}

/** Acts by their day in Tokyo. */
export function byDay(acts: readonly ActEvents[]): { day: string; acts: ActEvents[] }[] {
  const days: { day: string; acts: ActEvents[] }[] = []
  for (const act of acts) {
    const { day } = tokyoFields(act[0].at)
    const last = days.at(-1)
    if (last?.day === day) last.acts.push(act)
    else days.push({ day, acts: [act] })
  }
  return days
}
