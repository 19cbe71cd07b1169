import type { ChainFault } from './faults'
import type { Recorded } from './recorded'

type Step = { from: string; to: string; event: Recorded }

/** The state that an event says its request is in afterwards; null where it says nothing of one. */
export function stateTold({ details }: Recorded): string | null {
  const state = details?.state_after ?? details?.state
  return typeof state === 'string' ? state : null
}

/** Follows the states of a chain's requests from event to event. */
export class RequestStates {
  private readonly steps = new Map<string, Step>()

  /** A fault if the request was, before this event, in another state than the events until then had led to. */
  follow(recorded: Recorded): ChainFault | null {
    const { request, reference, seq, details } = recorded
    const to = stateTold(recorded)
    if (request === null || reference === null || to === null) return null
    const found = typeof details?.state_before === 'string' ? details.state_before : to
    const last = this.steps.get(request)
    this.steps.set(request, { from: found, to, event: recorded })
    if (!last || last.to === found) return null
    if (last.from === found && isTwin(last.event, recorded)) return null
    return { kind: 'state', seq, reference, recorded: last.to, found }
  }

  forget(): void {
    this.steps.clear()
  }
}

/** Applying is one act that two events tell, each with the whole step. */
function isTwin(first: Recorded, second: Recorded): boolean {
  return (
    first.action === 'order.corrected' &&
    second.action === 'correction.approved' &&
    second.seq === first.seq + 1
  )
}
