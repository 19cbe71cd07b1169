import type { NewOrder } from '../receive.server'
import { type EventOnOrder, type OrderWithDeliveries, shownBy } from '../record.server'
import type { Restated } from '../record-many.server'
import { asNewOrder, detailsOf, differences, factsAfter } from './compare.server'
import { groupRows, type ImportedOrder } from './group'
import type { ImportLine } from './report'
import type { Problem } from './row'
import type { Run } from './runs'

/** What an import does about one run of rows: its line in the report and, unless nothing changes, the writing. */
export type Plan = { line: ImportLine; received?: NewOrder; restated?: Restated }

/** The part of an event that all events of one import share. */
export type EventBase = Pick<EventOnOrder, 'at' | 'actor' | 'via'>

/** The order that a run of rows tells, or what is wrong with the run. */
export function readRun(run: Run, now: Date): { order: ImportedOrder } | { problems: Problem[] } {
  const [first, ...further] = run.rows
  if (run.problems.length > 0 || !first) return { problems: run.problems }
  return groupRows([first, ...further], now)
}

export function refusedPlan(run: Run, problems: Problem[]): Plan {
  return { line: { ...lineOf(run), outcome: 'refused', problems } }
}

export function planFor(
  base: EventBase,
  shopId: string,
  run: Run,
  file: ImportedOrder,
  known: OrderWithDeliveries | undefined,
): Plan {
  if (!known) return planNew(base, shopId, run, file)
  if (file.deliveries.length < known.deliveries.length) {
    const read = String(file.deliveries.length)
    const expected = String(known.deliveries.length)
    return refusedPlan(run, [{ row: run.row, field: 'number', problem: 'fewer_deliveries', read, expected }])
  }
  return planChange(base, run, file, known)
}

function planNew(base: EventBase, shopId: string, run: Run, file: ImportedOrder): Plan {
  const order = asNewOrder(shopId, file)
  const after = shownBy(order)
  const details = { amount: order.amount, method: order.paymentMethod, origin: order.origin }
  const received = event(base, 'order.received', { after, details })
  return { line: { ...lineOf(run), outcome: 'new', after }, received: { ...order, events: [received] } }
}

function planChange(base: EventBase, run: Run, file: ImportedOrder, known: OrderWithDeliveries): Plan {
  const to = factsAfter(file, known)
  const changed = differences(known, to)
  const before = shownBy(known)
  if (changed.length === 0) return { line: { ...lineOf(run), outcome: 'unchanged', before, after: before } }
  const after = shownBy(to)
  const restated = event(base, 'order.status_imported', {
    before,
    after,
    details: detailsOf(known, to, changed),
  })
  return {
    line: { ...lineOf(run), outcome: 'changed', before, after, changed },
    restated: { order: known, events: [restated], to },
  }
}

function event(base: EventBase, action: EventOnOrder['action'], rest: Partial<EventOnOrder>): EventOnOrder {
  return { ...base, action, outcome: 'done', requestId: null, ...rest }
}

function lineOf(run: Run): Omit<ImportLine, 'outcome'> {
  return {
    row: run.row,
    rows: run.length,
    number: run.number,
    problems: [],
    changed: [],
    overCorrection: false,
  }
}
