import { rm } from 'node:fs/promises'
import { request } from 'undici'
import { beginWatch, walk } from '~/corrections/drift-watch.server'
import { receiveOrders } from '~/orders/receive.server'
import { prepareDatabase } from '~/platform/boot.server'
import { systemClock } from '~/platform/clock'
import { openDatabase } from '~/platform/database.server'
import { startEmbedded } from '~/platform/embedded.server'
import { makeTemporaryHome } from '~/platform/home.server'
import { someJobs } from '../jobs-double'
import { aClient, aTransaction, startSandbox, trader } from '../kuroneko/sandbox'
import { anOrder, aShop } from '../orders/world'

/**
 * `npx tsx tests/bench/drift-watch.ts`: a walk over 1,000 orders, as fast as it goes, against as many bare HTTP calls to
 * the same sandbox, one after the other. The first walk keeps each answer; the second finds nothing new.
 */

const numbers = Array.from({ length: 1_000 }, (_, i) => `P2611051430${String(i).padStart(8, '0')}`)
const home = await makeTemporaryHome()
const server = await startEmbedded({ home, durable: true })
await prepareDatabase(server, 'bench')
const db = openDatabase(server.appUrl('bench'))
const sandbox = await startSandbox(...numbers.map((orderNo) => aTransaction({ orderNo, statusInfo: 40 })))
const kuroneko = aClient(sandbox.protocolUrl)
const shopId = await aShop(db, 'bench')
await db.shop.update({ where: { id: shopId }, data: { traderCode: trader } })
const orders = numbers.map((number) => anOrder(shopId, number, { paymentStatus: 'captured', amount: 5280 }))
await db.$transaction((tx) => receiveOrders(tx, orders), { timeout: 60_000 })

async function bare(): Promise<void> {
  for (const number of numbers) {
    const answer = await request(`${sandbox.url}/api/credit/tradeInfo`, {
      method: 'POST',
      body: new URLSearchParams({ function_div: 'E04', trader_code: trader, order_no: number }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    })
    await answer.body.text()
  }
}

async function walkThrough(): Promise<void> {
  const asker = { db, kuroneko, clock: systemClock, actor: null, via: 'job' as const }
  const [watch = ''] = await beginWatch({ ...asker, jobs: someJobs() }, shopId)
  await walk(asker, watch, { rate: Number.POSITIVE_INFINITY })
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1_000
}

const floor = await seconds(bare)
const first = await seconds(walkThrough)
const second = await seconds(walkThrough)
const found = await db.drift.count({ where: { closedAt: null } })

console.log(`bare         ${floor.toFixed(1)} s`)
console.log(`first walk   ${first.toFixed(1)} s, ${found} found; ratio ${(first / floor).toFixed(1)}`)
console.log(`second walk  ${second.toFixed(1)} s; ratio ${(second / floor).toFixed(1)}`)

await kuroneko.close()
await db.$disconnect()
await sandbox.end()
await server.stop()
await rm(home, { recursive: true, force: true })
