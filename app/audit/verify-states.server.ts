import type { Transaction } from '~/platform/database.server'
import { anyArchivedAfter } from './archive/places.server'
import type { ChainCheck } from './chain-check.server'
import type { ChainFault, Fault } from './faults'
import { readRecorded } from './recorded'
import { stateTold } from './request-states'
import { type RequestWithEvents, requestsOn, requestsWithEvents } from './stored.server'

/**
 * Compares the requests on chains that were read to their end with the states that these led to. Where a chain does not
 * tell, as its end is in the archive or was edited, the request's own events are asked.
 */
export async function verifyStates(
  tx: Transaction,
  checks: ChainCheck[],
  onFault: (fault: Fault) => void,
): Promise<void> {
  if (checks.length === 0) return
  const told = new Map(checks.map(({ chainId, statesTold }) => [chainId, statesTold]))
  const requests = await requestsOn(tx, [...told.keys()])
  const doubtful = requests.filter(({ id, chain, state }) => told.get(chain)?.get(id) !== state)
  if (doubtful.length === 0) return
  const ids = doubtful.map(({ id }) => id)
  for (const request of await requestsWithEvents(tx, ids)) {
    const fault = stateFault(request)
    if (fault && !(await mayBeArchived(tx, request)))
      onFault({ chain: request.orderId ?? request.id, ...fault, ...ownerOf(request) })
  }
}

/** Compares a request with the last of its events that tells a state. One that cannot be read is reported already. */
function stateFault({ reference, state, texts }: RequestWithEvents): ChainFault | null {
  for (const text of texts) {
    const recorded = readRecorded(text)
    const told = recorded ? stateTold(recorded) : state
    if (told === state) return null
    if (told !== null) return { kind: 'state', seq: null, reference, recorded: told, found: state }
  }
  return { kind: 'state', seq: null, reference, recorded: null, found: state }
}

/** Whether what led to a request's state may be in the archive: something of its chain after the last that tells a state. */
function mayBeArchived(tx: Transaction, { id, orderId, texts }: RequestWithEvents): Promise<boolean> {
  const chain = orderId ?? id
  const told = texts.map(readRecorded).find((recorded) => recorded && stateTold(recorded) !== null)
  return anyArchivedAfter(tx, chain, told?.chain === chain ? told.seq : 0)
}

function ownerOf({ reference, order, shop }: RequestWithEvents) {
  return order === null
    ? ({ owner: 'request', request: reference, shop } as const)
    : ({ owner: 'order', order, shop } as const)
}
