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
import { clients, type Duration, type Measured, measure } from '../measure'
import type { Bench } from '../scale'

/** The queue and the list of orders, filtered, in process: what a page costs where there is a thousand times as much. */
export const lists: Bench = async ({ duration, lists: sizes }) => {
  const home = await makeTemporaryHome()
  const server = await startEmbedded({ home, durable: true })
  try {
    const [small, large] = [
      await measureAt(server, sizes[0], duration),
      await measureAt(server, sizes[1], duration),
    ]
    return [...large].map(([name, measured]) => ({
      ...{ kind: 'value' as const, name, measured, unit: '×', goal: { at: 'most' as const, value: 1.3 } },
      value: measured.p50 / (small.get(name)?.p50 ?? Number.NaN),
    }))
  } finally {
    await server.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function measureAt(server: EmbeddedServer, count: number, duration: Duration) {
  const name = `lists_${count}`
  await prepareDatabase(server, name)
  const db = openDatabase(server.appUrl(name), clients)
  try {
    const { agent, other, shop, number } = await manyRows(db, server.ownerUrl(name), count)
    const desk: Desk = {
      ...{ actor: agent, db, clock: systemClock, via: 'web', kuroneko: aKuroneko(), jobs: someJobs() },
    }
    const measured = new Map<string, Measured>()
    for (const [list, call] of Object.entries(callsOf(desk, { other: other.id, shop, number: number(50) }))) {
      if ((await call()) === 0) throw new Error(`${list} shows nothing`)
      measured.set(list, await measure(async () => void (await call()), duration))
    }
    return measured
  } finally {
    await db.$disconnect()
  }
}

/** Each list by its name; it answers how many rows it shows. */
function callsOf(desk: Desk, { other, shop, number }: { other: string; shop: string; number: string }) {
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
