import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { verifyOrder } from '~/audit/verify.server'
import { conductJob } from '~/jobs/conduct-operation.server'
import { fault } from '~/kuroneko/sandbox/faults'
import { after } from '~/kuroneko/sandbox/life'
import { differenceOf } from '~/orders/drift/difference'
import { askKuroneko } from '~/orders/evidence.server'
import { grace } from '~/orders/operations/conduct.server'
import type { Desk } from '~/staff/desk.server'
import { testDatabase } from '../../database'
import { aClient, aTransaction, startSandbox, type TestSandbox, trader } from '../../kuroneko/sandbox'
import { aDesk, anOrder, aShop, withOrders } from '../world'
import type { Errand, Task } from './killed-operator'
import { type Lock, locks, type Moment, moments, type Way, ways } from './moments'
import { toldOfOperations } from './told'
import { aWire, type Wire } from './wire'

/**
 * A process that operates is killed between intent, call and outcome. The moment is chosen from outside: its call or the
 * answer stands still on the wire, or a lock that this test holds keeps its next transaction from ending.
 */

let database: Awaited<ReturnType<typeof testDatabase>>
let owner: pg.Client
let sandbox: TestSandbox
let wire: Wire
let kuroneko: ReturnType<typeof aClient>
let desk: Desk
let shopId: string
let made = 0

const began = new Date('2026-11-20T03:00:00.000Z')
let now = began

const lockClass = 4711

beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await owner.query(`
    CREATE FUNCTION wait_for_test() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(${lockClass}, TG_ARGV[0]::int);
      RETURN NEW;
    END $$;
    CREATE TRIGGER sending BEFORE UPDATE ON kuroneko_call FOR EACH ROW
      WHEN (NEW.state = 'sent') EXECUTE FUNCTION wait_for_test(${locks.sending});
    CREATE TRIGGER answered BEFORE UPDATE ON kuroneko_call FOR EACH ROW
      WHEN (OLD.state = 'sent') EXECUTE FUNCTION wait_for_test(${locks.answered});
    CREATE TRIGGER ending BEFORE UPDATE ON order_operation FOR EACH ROW
      EXECUTE FUNCTION wait_for_test(${locks.ending})`)
  sandbox = await startSandbox()
})
afterAll(async () => {
  await owner.end()
  await sandbox.end()
  await database.close()
})

beforeEach(async () => {
  made += 1
  now = began
  wire = await aWire(sandbox.url)
  kuroneko = aClient(wire.url)
  shopId = await aShop(database.db, `killed${made}`)
  await database.db.shop.update({ where: { id: shopId }, data: { traderCode: trader } })
  desk = { ...(await aDesk(database.db, 'merchant', shopId)), kuroneko, clock: { now: () => now } }
})
afterEach(async () => {
  await kuroneko.close()
  await wire.end()
})

type Made = { way: Way; id: string; number: string; task: Task; productId: string }

/** Of each order's product: one piece is in the order, and one is left. */
const pieces = 2

function aSlip(way: Way, nth: number): string {
  // Its last digit before the check digit is at `slipPlace`.
  const digits = 47_100_000_000 + made * 100 + ways.indexOf(way) * 10 + nth
  return `${digits}${digits % 7}`
}

async function anAuthorised(way: Way): Promise<Made> {
  const number = `K${made}-${ways.indexOf(way)}`
  const slips = way === 'two slips' ? [aSlip(way, 0), aSlip(way, 1)] : [aSlip(way, 0)]
  const deliveries = slips.map((slipNumber) => {
    return { status: 'shipped' as const, slipNumber, carrier: 'ヤマト運輸' }
  })
  const orderedAt = new Date('2026-11-10T01:00:00.000Z')
  const order = anOrder(shopId, number, { orderedAt, deliveries, amount: 1000 })
  const id = (await withOrders(database.db, [order])).get(number) ?? ''
  await sandbox.store.put(aTransaction({ orderNo: number, amount: 1000 }))
  const line = { productId: uuidv7(), name: '最中', unitPrice: 1000 }
  const product = { id: line.productId, shopId, code: number, name: line.name, price: line.unitPrice }
  await database.db.product.create({ data: { ...product, stock: pieces - 1 } })
  await database.db.orderLine.create({ data: { ...line, id: uuidv7(), orderId: id, index: 0, quantity: 1 } })
  if (way === 'more, refused') {
    const rule = { traderCode: null, orderNo: number, functionCode: 'A07', left: null }
    sandbox.faults.add({ ...fault('error', 'A074000002'), ...rule })
  }
  const wanted = { lines: [{ ...line, quantity: 2 }], shippingFee: 0, fee: 0 }
  const tasks: Record<Way, Task> = {
    'two slips': { act: 'capture', orderId: id },
    cancelled: { act: 'cancel', orderId: id },
    more: { act: 'modify', orderId: id, wanted },
    'more, refused': { act: 'modify', orderId: id, wanted },
    'cancelled there meanwhile': { act: 'capture', orderId: id },
  }
  return { way, id, number, task: tasks[way], productId: line.productId }
}

/** Does these tasks in a process of its own, and kills it once all of them stand at that moment. */
async function killedAt({ lock, stop }: Pick<Moment, 'lock' | 'stop'>, tasks: Task[]): Promise<void> {
  wire.stops = stop ?? (() => null)
  if (lock) await owner.query('SELECT pg_advisory_lock($1, $2)', [lockClass, locks[lock]])
  const { actor } = desk
  const errand: Errand = {
    ...{ url: database.appUrl, kuronekoUrl: wire.url },
    ...{ actor, now: now.toISOString(), tasks },
  }
  const script = join(import.meta.dirname, 'killed-operator.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(errand)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    await standStill(child, lock, tasks.length)
  } finally {
    child.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
    wire.stops = () => null
    if (lock) await owner.query('SELECT pg_advisory_unlock($1, $2)', [lockClass, locks[lock]])
  }
}

function standStill(child: ChildProcess, lock: Lock | undefined, count: number): Promise<void> {
  return vi.waitFor(
    async () => {
      expect(child.exitCode).toBe(null)
      expect(lock ? await waitingFor(lock) : wire.waiting()).toBe(count)
    },
    { timeout: 20_000, interval: 20 },
  )
}

async function waitingFor(lock: Lock): Promise<number> {
  const { rows } = await owner.query(
    `SELECT count(*)::int AS count FROM pg_locks
     WHERE locktype = 'advisory' AND NOT granted AND classid = $1 AND objid = $2
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [lockClass, locks[lock]],
  )
  return rows[0].count
}

it.each(moments)(
  'killed $title, nothing is doubled and nothing is lost',
  async (moment) => {
    const orders = await Promise.all(ways.filter((way) => moment.ends[way]).map(anAuthorised))
    await killedAt(
      moment,
      orders.map(({ task }) => task),
    )
    if (moment.late === 'before it is settled') await wire.passOn()
    const moved = orders.find(({ way }) => way === 'cancelled there meanwhile')
    if (moved) await cancelThere(moved)

    const operations = await queued()
    expect(operations).toHaveLength(orders.length)
    // Nobody believes yet that what is not there will not come.
    await Promise.allSettled(operations.map((operationId) => conductJob(desk, { operationId })))
    now = new Date(began.getTime() + grace)
    for (const lock of moment.again ?? []) {
      const tasks = operations.map((operationId): Task => ({ act: 'conduct', operationId }))
      await killedAt({ lock }, tasks)
    }
    await Promise.all(operations.map((operationId) => conductJob(desk, { operationId })))
    if (moment.late === 'after it was settled') await wire.passOn()

    for (const { way, id, number, productId } of orders) {
      const evidence = await askKuroneko({ ...desk, actor: null, via: 'job' }, id)
      const { drifts, operations, calls, ...order } = await database.db.order.findUniqueOrThrow({
        where: { id },
        include: { operations: true, calls: true, drifts: { where: { closedAt: null } } },
      })
      expect(
        operations.map(({ state }) => state),
        way,
      ).toEqual([moment.ends[way]])
      const isDrift = moment.drifts.includes(way)
      expect(evidence && differenceOf({ order, evidence }) !== null, way).toBe(isDrift)
      expect(drifts, way).toHaveLength(isDrift ? 1 : 0)

      const sent = wire.calls.filter(({ order_no }) => order_no === number).map(shortly)
      expect(new Set(sent).size, `${way}: ${sent}`).toBe(sent.length)
      const carriedOut = sandbox.store.get(trader, number)?.history.filter(({ by }) => by === 'api') ?? []
      expect(carriedOut.length, way).toBeLessThanOrEqual(sent.length)
      const believed = calls.filter(({ state }) => state === 'done')
      expect(carriedOut.length, way).toBeGreaterThanOrEqual(believed.length)

      const { told, owed, besides } = await toldOfOperations(database.db, id)
      expect(told, way).toEqual(owed)
      expect(besides, way).toEqual([])
      expect((await verifyOrder(database.db, id)).faults, way).toEqual([])
      expect(await stock(productId), way).toEqual({ negative: false, all: pieces })
    }
  },
  90_000,
)

function shortly({ function_div, slip_no = '' }: Record<string, string>): string {
  return `${function_div} ${slip_no}`.trim()
}

/** The operations that the queue will take up, as the intents left them there. */
async function queued(): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT job.data->>'operationId' AS id FROM pgboss.job AS job
     JOIN order_operation ON order_operation.id = (job.data->>'operationId')::uuid
     JOIN "order" ON "order".id = order_operation.order_id
     WHERE job.name = 'conduct-operation' AND "order".shop_id = $1`,
    [shopId],
  )
  return rows.map(({ id }) => id)
}

async function cancelThere({ number }: Made): Promise<void> {
  const found = sandbox.store.get(trader, number)
  if (found) await sandbox.store.put(after('cancel', found, sandbox.time.now, 'admin'))
}

/** What is on the shelf and what orders hold, together. */
async function stock(productId: string): Promise<{ negative: boolean; all: number }> {
  const { stock } = await database.db.product.findUniqueOrThrow({ where: { id: productId } })
  const held = await database.db.orderLine.aggregate({
    where: { productId, order: { deliveries: { some: { stockState: 'allocated' } } } },
    _sum: { quantity: true },
  })
  return { negative: (stock ?? 0) < 0, all: (stock ?? 0) + (held._sum.quantity ?? 0) }
}
