import type { Database, Transaction } from '~/platform/database.server'
import { receiveOrders } from '../receive.server'
import { findOrdersByNumber, lockOrdersByNumber, restateOrders } from '../record-many.server'
import { type Plan, planFor, readRun, refusedPlan } from './plan.server'
import type { ImportLine } from './report'
import type { Run } from './runs'

/** Who imports into which shop, and when. `actor` is null for a command at the machine itself. */
export type Importer = {
  db: Database
  now: () => Date
  shopId: string
  actor: { id: string; role: string } | null
  via: string
}

/**
 * Settles a batch of runs in one transaction, by a number of statements that does not depend on the batch; as a dry
 * run, only says what would become of them.
 */
export function settleBatch(importer: Importer, batch: Run[], dryRun: boolean): Promise<ImportLine[]> {
  if (dryRun) return plans(importer, importer.db, batch, findOrdersByNumber).then(linesOf)
  return importer.db.$transaction(async (tx) => linesOf(await write(importer, tx, batch)), {
    timeout: 60_000,
  })
}

async function write(importer: Importer, tx: Transaction, batch: Run[]): Promise<Plan[]> {
  await lockShop(tx, importer.shopId)
  const planned = await plans(importer, tx, batch, lockOrdersByNumber)
  await receiveOrders(
    tx,
    planned.flatMap(({ received }) => received ?? []),
  )
  await restateOrders(
    tx,
    planned.flatMap(({ restated }) => restated ?? []),
  )
  return planned
}

/** Imports into one shop take turns, so that none of them inserts what another one has just inserted. */
export async function lockShop(tx: Transaction, shopId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM shop WHERE id = ${shopId}::uuid FOR NO KEY UPDATE`
}

async function plans(
  { shopId, actor, via, now }: Importer,
  tx: Transaction,
  batch: Run[],
  find: typeof findOrdersByNumber,
): Promise<Plan[]> {
  const at = now()
  const read = batch.map((run) => ({ run, told: readRun(run, at) }))
  const numbers = read.flatMap(({ told }) => ('order' in told ? told.order.number : []))
  const known = new Map((await find(tx, shopId, numbers)).map((order) => [order.number, order]))
  const planned = read.map(({ run, told }) =>
    'order' in told
      ? planFor({ at, actor, via }, shopId, run, told.order, known.get(told.order.number))
      : refusedPlan(run, told.problems),
  )
  await markCorrected(tx, planned)
  return planned
}

/** Marks the changes that go over what the desk had corrected. */
async function markCorrected(tx: Transaction, planned: Plan[]): Promise<void> {
  const changed = planned.flatMap(({ restated }) => restated?.order.id ?? [])
  if (changed.length === 0) return
  const last = await tx.orderEvent.findMany({
    where: { chainId: { in: changed }, action: { in: ['order.corrected', 'order.status_imported'] } },
    orderBy: [{ chainId: 'asc' }, { seq: 'desc' }],
    distinct: ['chainId'],
    select: { chainId: true, action: true },
  })
  const corrected = new Set(
    last.filter(({ action }) => action === 'order.corrected').map(({ chainId }) => chainId),
  )
  for (const { line, restated } of planned) {
    line.overCorrection = restated !== undefined && corrected.has(restated.order.id)
  }
}

function linesOf(planned: Plan[]): ImportLine[] {
  return planned.map(({ line }) => line)
}
