import { approve } from '~/corrections/approve.server'
import { systemClock } from '~/platform/clock'
import type { Desk } from '~/staff/desk.server'
import { someJobs } from '../../jobs-double'
import { aKuroneko } from '../../kuroneko-double'
import { approvalForm, filingForm } from '../forms'
import type { Log } from '../log'
import { against } from '../measure'
import { cookieOf, type Product } from '../product'
import type { Bench } from '../scale'
import { type Stocks, stocksOf } from '../stock'
import { onLog } from '../worlds'
import { approveBare } from './approving-floor'

/**
 * Approving and applying, each on its own order: the verb called in process, then by the form of a signed-in agent; and
 * filing by a merchant's form. All three against what an approval sends to the database.
 */
export const approving: Bench = ({ duration, events }) =>
  onLog(events, async (log, product) => {
    const stocks = await stocksOf(log, duration)
    const fill = async () => {
      await stocks.requests.fill()
      await stocks.orders.fill()
    }
    const floor = () => approveBare(log, stocks.requests.next(), stocks.agent)
    const measured = (name: string, work: () => Promise<void>) => against(name, work, floor, duration, fill)
    const inProcess = await measured('approve and apply', approveCall(log, stocks))
    const running = await product()
    const approved = await measured('approve and apply, by HTTP', await approveForm(running, stocks))
    const filed = await measured('file a request, by HTTP', await fileForm(running, stocks))
    return [
      { kind: 'ratio', row: inProcess, goal: { at: 'least', value: 0.7 } },
      { kind: 'ratio', row: approved, goal: { at: 'least', value: 0.3 } },
      { kind: 'ratio', row: filed, goal: { at: 'least', value: 0.3 } },
    ]
  })

function approveCall(log: Log, { agent, requests }: Stocks) {
  const desk: Desk = {
    ...{ actor: agent, db: log.db, clock: systemClock, via: 'web' },
    ...{ kuroneko: aKuroneko(), jobs: someJobs() },
  }
  return async () => {
    const { reference, digest, content } = requests.next()
    const idempotencyKey = crypto.randomUUID()
    const answer = await approve(desk, { reference, action: 'approve', digest, content, idempotencyKey })
    if (!answer.ok || answer.state !== 'applied') throw new Error(JSON.stringify(answer))
  }
}

async function approveForm(product: Product, { agent, requests }: Stocks) {
  const cookie = await cookieOf(product, agent)
  await requests.fill()
  const shown = requests.next()
  const { text } = await product.ask(`/desk/${shown.reference}`, { cookie, expected: 200 })
  if (!text.includes(shown.digest)) throw new Error('the page shows another digest than the one prepared')
  return async () => {
    const open = requests.next()
    await product.ask(`/desk/${open.reference}`, { cookie, body: approvalForm(open), expected: 302 })
  }
}

async function fileForm(product: Product, { merchant, orders }: Stocks) {
  const cookie = await cookieOf(product, merchant)
  return async () => {
    const body = filingForm(orders.next())
    await product.ask('/requests/new', { cookie, body, expected: 302 })
  }
}
