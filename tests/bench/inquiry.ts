import { Agent, request } from 'undici'
import { aClient, aTransaction, startSandbox, trader } from '../kuroneko/sandbox'

/** `npx tsx tests/bench/inquiry.ts`: an inquiry against a bare HTTP call to the same sandbox, 8 at once. */

/** Each asker has an order of its own: Kuroneko works on one question per number at a time. */
const numbers = Array.from({ length: 8 }, (_, i) => `P26110514301234567${i}`)
const sandbox = await startSandbox(...numbers.map((orderNo) => aTransaction({ orderNo, statusInfo: 40 })))
const client = aClient(sandbox.protocolUrl)
const dispatcher = new Agent({ connections: 8 })

async function bare(orderNumber: string): Promise<void> {
  const answer = await request(`${sandbox.url}/api/credit/tradeInfo`, {
    method: 'POST',
    body: new URLSearchParams({ function_div: 'E04', trader_code: trader, order_no: orderNumber }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    dispatcher,
  })
  const text = await answer.body.text()
  if (!text.includes(orderNumber)) throw new Error(`not answered: ${text}`)
}

async function inquire(orderNumber: string): Promise<void> {
  const { outcome } = await client.inquire({ traderCode: trader, orderNumber })
  if (outcome.kind !== 'answered') throw new Error(`not answered: ${JSON.stringify(outcome)}`)
}

/** Calls per second, and the median in ms. */
async function measure(call: (orderNumber: string) => Promise<void>, milliseconds = 3_000) {
  const times: number[] = []
  const end = performance.now() + milliseconds
  const begun = performance.now()
  await Promise.all(
    numbers.map(async (orderNumber) => {
      while (performance.now() < end) {
        const started = performance.now()
        await call(orderNumber)
        times.push(performance.now() - started)
      }
    }),
  )
  times.sort((a, b) => a - b)
  const perSecond = times.length / ((performance.now() - begun) / 1000)
  return { perSecond, median: times[Math.floor(times.length / 2)] ?? 0 }
}

await measure(inquire, 500)
const before = await measure(bare)
const asked = await measure(inquire)
const after = await measure(bare)
const floor = (before.perSecond + after.perSecond) / 2

console.log(`inquiry  ${Math.round(asked.perSecond)} per second, median ${asked.median.toFixed(2)} ms`)
console.log(
  `bare     ${Math.round(before.perSecond)} and ${Math.round(after.perSecond)} per second, median ${before.median.toFixed(2)} ms`,
)
console.log(`ratio    ${(asked.perSecond / floor).toFixed(2)}`)

await client.close()
await dispatcher.close()
await sandbox.end()
