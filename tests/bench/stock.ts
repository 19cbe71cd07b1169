import { answeredRun } from './answered-orders'
import type { Log } from './log'
import type { Duration } from './measure'
import { openRequests } from './open-requests'
import { aPerson } from './product'

/** More than a machine of today approves in a second. */
const mostPerSecond = 900

/** What is used up while something is measured, each once; made before, for nothing is made meanwhile. */
class Stock<T> {
  private ready: T[] = []
  private made = 0

  constructor(
    private readonly size: number,
    private readonly make: (first: number, count: number) => Promise<T[]>,
  ) {}

  async fill(): Promise<void> {
    const missing = this.size - this.ready.length
    this.ready = [...this.ready, ...(await this.make(this.made, missing))]
    this.made += missing
  }

  next(): T {
    const one = this.ready.pop()
    if (one === undefined) throw new Error('nothing is left: the machine is faster than expected')
    return one
  }
}

/** A shop with a merchant, an agent, requests that are ready to be approved, and orders that are ready for a request. */
export async function stocksOf(log: Log, { warmUp, milliseconds }: Duration) {
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
  return {
    ...people,
    requests: new Stock(size, (first, count) => openRequests(log.db, people, first, count)),
    /** Numbers of orders; far from those of the requests. */
    orders: new Stock(size, (first, count) => answeredRun(log.db, shopId, 500_000 + first, count)),
  }
}
export type Stocks = Awaited<ReturnType<typeof stocksOf>>
