import { rm } from 'node:fs/promises'
import { openStates } from '~/corrections/life'
import { type QueueFilter, queue, queueFilterSchema } from '~/corrections/queue.server'
import { listOrders, type OrderFilter, orderFilterSchema } from '~/orders/list.server'
import { prepareDatabase } from '~/platform/boot.server'
import { systemClock } from '~/platform/clock'
import { openDatabase } from '~/platform/database.server'
import { type EmbeddedServer, startEmbedded } from '~/platform/embedded.server'
import { makeTemporaryHome } from '~/platform/home.server'
import { addDays, tokyoDay } from '~/platform/tokyo'
import type { Desk } from '~/staff/desk.server'
import { someJobs } from '../../jobs-double'
import { aKuroneko } from '../../kuroneko-double'
import { manyRows } from '../many-rows'
import { clients, type Duration, measure } from '../measure'
import type { Result } from '../report'
import type { Bench } from '../scale'

/**
 * The queue and the list of orders, filtered, in process: what a page costs where there is a thousand times as much.
 * The small desk is measured before and after the large one, so that neither is the one that warms the other up.
 */
export const lists: Bench = async ({ duration, lists: [few, many] }) => {
  const home = await makeTemporaryHome()
  const server = await startEmbedded({ home, durable: true })
  const desks: Awaited<ReturnType<typeof deskOf>>[] = []
  try {
    const [small, large] = [await deskOf(server, few), await deskOf(server, many)]
    desks.push(small, large)
    const results: Result[] = []
    for (const [name, call] of Object.entries(large.calls)) {
      const same = small.calls[name]
      if (!same || (await same()) === 0 || (await call()) === 0) throw new Error(`${name} shows nothing`)
      results.push({
        ...{ kind: 'value', name, unit: '×', goal: { at: 'most', value: 1.3 } },
        ...(await compared(call, same, duration)),
      })
    }
    return results
  } finally {
    for (const { db } of desks) await db.$disconnect()
    await server.stop()
    await rm(home, { recursive: true, force: true })
  }
}

type Call = () => Promise<number>

async function compared(large: Call, small: Call, duration: Duration) {
  const run = (call: Call) => measure(async () => void (await call()), duration)
  const before = await run(small)
  const measured = await run(large)
  const after = await run(small)
  return { measured, value: (2 * measured.p50) / (before.p50 + after.p50) }
}

async function deskOf(server: EmbeddedServer, count: number) {
  const name = `lists_${count}`
  await prepareDatabase(server, name)
  const db = openDatabase(server.appUrl(name), clients)
  const { agent, other, shop, number } = await manyRows(db, server.ownerUrl(name), count)
  const desk: Desk = {
    ...{ actor: agent, db, clock: systemClock, via: 'web', kuroneko: aKuroneko(), jobs: someJobs() },
  }
  return { db, calls: callsOf(desk, { other: other.id, shop, number: number(50) }) }
}

type Named = { other: string; shop: string; number: string }

/** Each list by its name; it answers how many rows it shows. */
function callsOf(desk: Desk, { other, shop, number }: Named): Record<string, Call> {
  const inQueue = (filter: Partial<QueueFilter>) => {
    const whole = { ...queueFilterSchema.parse({}), ...filter }
    return async () => (await queue(desk, whole))?.rows.length ?? 0
  }
  const inOrders = (filter: Partial<OrderFilter>) => {
    const whole = { ...orderFilterSchema.parse({}), ...filter }
    return async () => (await listOrders(desk, whole, openStates))?.rows.length ?? 0
  }
  const from = addDays(tokyoDay(desk.clock.now()), -40)
  const to = addDays(tokyoDay(desk.clock.now()), -20)
  return {
    'queue, open': inQueue({}),
    'queue, waiting': inQueue({ view: 'waiting' }),
    'queue, open, by verdict': inQueue({ verdict: 'look' }),
    'queue, open, by assignee': inQueue({ assignee: other }),
    'queue, open, by shop': inQueue({ shop }),
    'queue, mine': inQueue({ view: 'mine' }),
    'queue, closed': inQueue({ view: 'closed' }),
    'orders, newest': inOrders({}),
    'orders, by payment status': inOrders({ payment: 'captured' }),
    'orders, by shop': inOrders({ shop }),
    'orders, by period': inOrders({ from, to }),
    'orders, by number': inOrders({ q: number.slice(0, -2) }),
  }
}
