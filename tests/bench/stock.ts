import type { Log } from './log'
import type { Duration } from './measure'
import { type OpenRequest, openRequests } from './open-requests'
import { aPerson } from './product'

/** More than a machine of today approves in a second. */
const mostPerSecond = 900

/** Requests that are ready to be approved, made before they are needed: none is made while something is measured. */
export async function stockOf(log: Log, { warmUp, milliseconds }: Duration) {
  const size = Math.ceil(((warmUp + milliseconds) / 1_000) * mostPerSecond)
  const { id: shopId } = await log.db.shop.findFirstOrThrow({
    orderBy: { code: 'asc' },
    select: { id: true },
  })
  const people = {
    shopId,
    merchant: await aPerson(log, 'merchant', shopId),
    agent: await aPerson(log, 'agent'),
  }
  let made = 0
  let ready: OpenRequest[] = []
  return {
    ...people,
    async fill() {
      const missing = size - ready.length
      ready = [...ready, ...(await openRequests(log.db, people, made, missing))]
      made += missing
    },
    next(): OpenRequest {
      const request = ready.pop()
      if (!request) throw new Error('no request is left: the machine is faster than expected')
      return request
    },
  }
}
export type Stock = Awaited<ReturnType<typeof stockOf>>
