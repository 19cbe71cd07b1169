import { approve } from '~/corrections/approve.server'
import { systemClock } from '~/platform/clock'
import type { Desk } from '~/staff/desk.server'
import { someJobs } from '../../jobs-double'
import { aKuroneko } from '../../kuroneko-double'
import type { Log } from '../log'
import { against } from '../measure'
import { cookieOf, type Product } from '../product'
import type { Bench } from '../scale'
import { type Stock, stockOf } from '../stock'
import { onLog } from '../worlds'
import { approveBare } from './approving-floor'

/** Approving and applying, each on its own order: the verb called in process, then by the form of a signed-in agent. */
export const approving: Bench = ({ duration, events }) =>
  onLog(events, async (log, product) => {
    const stock = await stockOf(log, duration)
    const floor = () => approveBare(log, stock.next(), stock.agent)
    const filled = () => stock.fill()
    const inProcess = await against('approve and apply', approveCall(log, stock), floor, duration, filled)
    const form = await approveForm(await product(), stock)
    const http = await against('approve and apply, by HTTP', form, floor, duration, filled)
    return [
      { kind: 'ratio', row: inProcess, goal: { at: 'least', value: 0.7 } },
      { kind: 'ratio', row: http, goal: { at: 'least', value: 0.3 } },
    ]
  })

function approveCall(log: Log, stock: Stock) {
  const desk: Desk = {
    ...{ actor: stock.agent, db: log.db, clock: systemClock, via: 'web' },
    ...{ kuroneko: aKuroneko(), jobs: someJobs() },
  }
  return async () => {
    const { reference, digest, content } = stock.next()
    const idempotencyKey = crypto.randomUUID()
    const answer = await approve(desk, { reference, action: 'approve', digest, content, idempotencyKey })
    if (!answer.ok || answer.state !== 'applied') throw new Error(JSON.stringify(answer))
  }
}

async function approveForm(product: Product, stock: Stock) {
  const cookie = await cookieOf(product, stock.agent)
  await stock.fill()
  const shown = stock.next()
  const { text } = await product.ask(`/desk/${shown.reference}`, { cookie, expected: 200 })
  if (!text.includes(shown.digest)) throw new Error('the page shows another digest than the one prepared')
  return async () => {
    const { reference, digest, content } = stock.next()
    const fields = { intent: 'approve', idempotencyKey: crypto.randomUUID(), digest, content }
    const body = new URLSearchParams(fields).toString()
    await product.ask(`/desk/${reference}`, { cookie, body, expected: 302 })
  }
}
