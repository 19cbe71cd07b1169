import { startBalancer } from '../balancer'
import { approvalForm, filingForm } from '../forms'
import type { Log } from '../log'
import { against } from '../measure'
import { cookieOf, type Product, startProduct, startWorker } from '../product'
import type { Bench } from '../scale'
import { verifySealed } from '../sealed'
import { type Stocks, stocksOf } from '../stock'
import { onLog } from '../worlds'

/**
 * Two processes for pages and one for jobs behind a balancer, against one process that does it all: approving, filing
 * and reading the desk in turn, each client with connections of its own. Afterwards each approval that was answered is
 * there once, and the seals hold.
 */
export const processes: Bench = ({ duration, events }) =>
  onLog(events, async (log) => {
    const stocks = await stocksOf(log, duration)
    const turns = [oneProcess, severalProcesses, oneProcess]
    let running: Running | null = null
    let mix = async (_client: number) => {}
    let approved = 0
    const prepare = async () => {
      await running?.end()
      running = (await turns.shift()?.(log)) ?? null
      if (!running) throw new Error('nothing is left to be measured')
      await stocks.requests.fill()
      await stocks.orders.fill()
      mix = await mixedWork(running, stocks, () => approved++)
    }
    try {
      const row = await against(
        'two processes and a worker',
        (client) => mix(client),
        (client) => mix(client),
        duration,
        prepare,
      )
      const where = { actorId: stocks.agent.id, action: 'approve' } as const
      const decided = await log.db.decision.count({ where })
      if (decided !== approved) throw new Error(`${approved} approvals were answered, ${decided} are there`)
      await (running as Running | null)?.end()
      running = null
      await verifySealed(log)
      return [{ kind: 'ratio', row, goal: { at: 'least', value: 1 } }]
    } finally {
      await (running as Running | null)?.end()
    }
  })

type Running = Pick<Product, 'ask' | 'end'>

const oneProcess = (log: Log): Promise<Running> => startProduct(log)

async function severalProcesses(log: Log): Promise<Running> {
  const [one, other, worker] = await Promise.all([
    startProduct(log, {}, '--role=web'),
    startProduct(log, {}, '--role=web'),
    startWorker(log),
  ])
  const balancer = await startBalancer([one.url, other.url])
  return {
    ask: (path, asked) => one.ask(`${balancer.url}${path}`, asked),
    async end() {
      await balancer.end()
      await Promise.all([one.end(), other.end(), worker.end()])
    },
  }
}

async function mixedWork(
  running: Running,
  { agent, merchant, requests, orders }: Stocks,
  onApproved: () => void,
) {
  const [reviewing, filing] = [await cookieOf(running, agent), await cookieOf(running, merchant)]
  const turns: number[] = []
  return async (client: number) => {
    const turn = ((turns[client] ?? client) + 1) % 3
    turns[client] = turn
    if (turn === 0) await running.ask('/desk', { cookie: reviewing, expected: 200 })
    if (turn === 1)
      await running.ask('/requests/new', { cookie: filing, body: filingForm(orders.next()), expected: 302 })
    if (turn === 2) {
      const shown = requests.next()
      await running.ask(`/desk/${shown.reference}`, {
        cookie: reviewing,
        body: approvalForm(shown),
        expected: 302,
      })
      onApproved()
    }
  }
}
