import { measureAppending } from '../audit/appending'
import { type Planned, plansOf } from '../audit/plans'
import { measureReads, readsOf } from '../audit/reading'
import { measureVerifying } from '../audit/verifying'
import type { Log } from '../log'
import { against, type Row } from '../measure'
import { aPerson, cookieOf, type Product } from '../product'
import type { Goal, Result } from '../report'
import type { Bench, Scale } from '../scale'
import { onLog } from '../worlds'

/**
 * What people wait for in the audit log, on a small and on a large one, each against the same reading through bare `pg`
 * with prepared statements. The plans of all statements that the product sent come before the table.
 */
export const audit: Bench = async (scale) => {
  const [small, large] = scale.growth
  const before = await onLog(small, (log, product) => measureLog(log, product, scale))
  const after = await onLog(large, (log, product) => measureLog(log, product, scale))
  return [
    ...before.results.map((result) => named(result, small)),
    ...after.results.map((result) => named(result, large)),
    dropOf(before.history, after.history),
  ]
}

type Measured = { results: Result[]; history: Row }

async function measureLog(log: Log, product: () => Promise<Product>, scale: Scale): Promise<Measured> {
  const { duration } = scale
  const reads = await measureReads(await readsOf(log), duration)
  const [history] = reads
  if (!history) throw new Error('nothing was read')
  const plans = await plansOf(log)
  printPlans(plans)
  const verifying = await measureVerifying(log)
  const appending = await measureAppending(log, duration)
  // Last, for a running product seals by itself.
  const page = await measureHistoryPage(log, await product(), scale)
  const ratio = (row: Row, goal: Goal | null = null): Result => ({ kind: 'ratio', row, goal })
  return {
    history,
    results: [
      ...reads.map((row) => ratio(row, row === history ? { at: 'least', value: 0.7 } : null)),
      ratio(page, { at: 'least', value: 0.15 }),
      searched(plans, 'a rare word'),
      searched(plans, 'a frequent word'),
      ratio(verifying, { at: 'least', value: 0.5 }),
      ratio(appending),
    ],
  }
}

async function measureHistoryPage(log: Log, product: Product, { duration }: Scale): Promise<Row> {
  const cookie = await cookieOf(product, await aPerson(log, 'auditor'))
  const [history] = await readsOf(log)
  const orders = await log.db.$queryRaw<{ number: string }[]>`
    SELECT number FROM "order" ORDER BY random() LIMIT 2000`
  let nth = 0
  return against(
    "an order's history page, by HTTP",
    async () => {
      const number = orders[nth++ % orders.length]?.number ?? ''
      await product.ask(`/audit/orders/${number}`, { cookie, expected: 200 })
    },
    async () => history?.floor(nth++),
    duration,
  )
}

/** Milliseconds that the database takes to find a page of events by their words, as its own EXPLAIN counts them. */
function searched(plans: Map<string, Planned[]>, name: string): Result {
  const finding = (plans.get(name) ?? []).filter(({ query }) => query.includes('strpos(w.folded'))
  if (finding.length === 0) throw new Error(`no statement searched for ${name}`)
  const value = finding.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  return {
    kind: 'value',
    name: `${name}, in the database`,
    value,
    unit: 'ms',
    goal: { at: 'most', value: 0.5 },
  }
}

/** How much more of its speed the product loses on the larger log than its floor does, as a part of one. */
function dropOf(before: Row, after: Row): Result {
  const middle = ({ floors: [first, last] }: Row) => (first + last) / 2
  const product = 1 - after.measured.perSecond / before.measured.perSecond
  const floor = 1 - middle(after) / middle(before)
  const name = "an order's history: its drop less the floor's"
  return { kind: 'value', name, value: product - floor, unit: '', goal: { at: 'most', value: 0.05 } }
}

function named(result: Result, events: number): Result {
  const among = `, ${events.toLocaleString('en')} events`
  if (result.kind === 'value') return { ...result, name: result.name + among }
  return { ...result, row: { ...result.row, name: result.row.name + among } }
}

function printPlans(plans: Map<string, Planned[]>): void {
  for (const [name, planned] of plans) {
    for (const { query, plan } of planned) console.log(`\n── ${name} ──\n${query.trim()}\n\n${plan}`)
  }
}
