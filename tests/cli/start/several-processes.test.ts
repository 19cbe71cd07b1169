import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sealNow } from '~/audit/seal/sealer.server'
import { systemClock } from '~/platform/clock'
import { attemptsPerAccount } from '~/staff/attempts.server'
import type { Actor } from '~/staff/desk.server'
import { answeredRun } from '../../bench/answered-orders'
import { approvalForm, filingForm } from '../../bench/forms'
import { secret } from '../../bench/log'
import { openRequests } from '../../bench/open-requests'
import { aPerson, cookieOf, type Product, startProduct, startWorker, type Worker } from '../../bench/product'
import { verifySealed } from '../../bench/sealed'
import { testDatabase } from '../../database'
import { aShop } from '../../orders/world'

let database: Awaited<ReturnType<typeof testDatabase>>
let people: { shopId: string; merchant: Actor; agent: Actor }
let one: Product
let other: Product
let workers: Worker[]
let kuroneko: Awaited<ReturnType<typeof countingKuroneko>>

beforeAll(async () => {
  database = await testDatabase()
  const shopId = await aShop(database.db, 'ASH')
  const [merchant, agent] = [
    await aPerson(database, 'merchant', shopId),
    await aPerson(database, 'agent'),
  ] as const
  people = { shopId, merchant, agent }
  kuroneko = await countingKuroneko()
  const settings = { KURONEKO_URL: kuroneko.url }
  const starts = [
    startProduct(database, settings, '--role=web'),
    startProduct(database, settings, '--role=web'),
    startWorker(database, settings),
    startWorker(database, settings),
  ] as const
  const [first, second, ...rest] = await Promise.all(starts)
  ;[one, other, workers] = [first, second, rest]
}, 120_000)
afterAll(async () => {
  await Promise.all([one, other, ...workers].map((each) => each.end()))
  kuroneko.close()
  await database.close()
})

/** Knows no transaction, and keeps the order number of each question. */
async function countingKuroneko() {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    asked.push(new URLSearchParams(await text(request)).get('order_no') ?? '')
    response.end(
      '<return><returnCode>0</returnCode><returnDate>20261124120000</returnDate><resultCount>0</resultCount></return>',
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
}

const signedIn = (product: Product, cookie: string) => product.ask('/account', { cookie, expected: 200 })
const signedOut = (product: Product, cookie: string) => product.ask('/account', { cookie, expected: 302 })

test('who signs in at one process is signed in at the other, and signs out of both', async () => {
  const cookie = await cookieOf(one, people.agent)
  await signedIn(other, cookie)
  await other.ask('/sign-out', { cookie, body: '', expected: 302 })
  await signedOut(one, cookie)
  await signedOut(other, cookie)
})

test('wrong passwords are counted together', async () => {
  const { email } = await aPerson(database, 'auditor')
  const body = new URLSearchParams({ email, password: 'not the one' }).toString()
  for (let tried = 0; tried < attemptsPerAccount.max; tried++) {
    await (tried % 2 ? one : other).ask('/sign-in', { body, expected: 401 })
  }
  await one.ask('/sign-in', { body, expected: 429 })
  await other.ask('/sign-in', { body, expected: 429 })
})

test('one approval pressed at both at once is applied once', async () => {
  const cookie = await cookieOf(one, people.agent)
  const requests = await openRequests(database.db, people, 0, 10)
  for (const open of requests) {
    const pressed = { cookie, body: approvalForm(open), expected: 302 }
    await Promise.all(
      [one, other, one, other].map((process) => process.ask(`/desk/${open.reference}`, pressed)),
    )
  }
  const where = { requestId: { in: requests.map(({ id }) => id) } }
  expect(await database.db.decision.count({ where })).toBe(10)
  for (const action of ['correction.approved', 'order.corrected']) {
    expect(await database.db.orderEvent.count({ where: { ...where, action, outcome: 'done' } })).toBe(10)
  }
})

test('one filing sent to both at once is one request', async () => {
  const cookie = await cookieOf(other, people.merchant)
  const numbers = await answeredRun(database.db, people.shopId, 1_000, 10)
  for (const number of numbers) {
    const sent = { cookie, body: filingForm(number), expected: 302 }
    await Promise.all([one, other, one, other].map((process) => process.ask('/requests/new', sent)))
  }
  const filed = await database.db.correctionRequest.groupBy({
    by: ['number'],
    where: { number: { in: numbers } },
    _count: true,
  })
  expect(filed.map(({ _count }) => _count)).toEqual(numbers.map(() => 1))
})

test('a walk that both ask for is one job, and one worker does it once', async () => {
  const shopId = await aShop(database.db, 'BIRCH')
  const merchant = await aPerson(database, 'merchant', shopId)
  const numbers = await answeredRun(database.db, shopId, 3_000, 5)
  const cookie = await cookieOf(one, merchant)
  const asked = { cookie, body: 'shop=', expected: 302 }
  await Promise.all([one, other, one, other].map((process) => process.ask('/orders/drift', asked)))
  const watches = () => database.db.driftWatch.findMany({ where: { shopId } })
  await vi.waitFor(async () => expect((await watches())[0]?.finishedAt).toBeTruthy(), 15_000)
  expect(await watches()).toMatchObject([{ total: 5, asked: 5, unanswered: 0 }])
  expect(kuroneko.asked.filter((number) => numbers.includes(number)).sort()).toEqual(numbers)
})

test('many sealers at the same time leave neither a gap nor a fork', async () => {
  const sealing = { db: database.db, clock: systemClock, secret, origin: null }
  await openRequests(database.db, people, 2_000, 20)
  await Promise.all(Array.from({ length: 4 }, () => sealNow(sealing)))
  await Promise.all(workers.map((worker) => worker.end()))
  await verifySealed(database)
})
