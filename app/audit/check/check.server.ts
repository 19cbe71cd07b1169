import { v7 as uuidv7 } from 'uuid'
import type { Database, Transaction } from '~/platform/database.server'
import type { Prisma } from '~/platform/prisma/client'
import { type Desk, type Jobs, permits } from '~/staff/desk.server'

/** Somebody's verification of the log, or the nightly one's. */
const fields = {
  id: true,
  shopId: true,
  startedAt: true,
  finishedAt: true,
  events: true,
  chains: true,
  faultCount: true,
  faults: true,
  error: true,
  startedBy: { select: { name: true } },
} satisfies Prisma.AuditCheckSelect
export type Check = Prisma.AuditCheckGetPayload<{ select: typeof fields }>

/** How many of the last ones a page shows. */
const shown = 20
/** One that has not ended by then (ms) lost its process, and another one may begin. */
export const lostAfter = 60 * 60 * 1000

/**
 * Begins a verification: of the whole log, or for a merchant of the own shop's orders. The queue carries it out. One
 * that is under way is not doubled.
 * @returns its id; null for whoever may not verify
 */
export async function beginCheck(desk: Desk): Promise<string | null> {
  if (!permits(desk, 'audit.verify')) return null
  const { shopId, role, id } = desk.actor
  if (role === 'merchant' && !shopId) return null
  return desk.db.$transaction((tx) =>
    startCheck(tx, desk.jobs, { shopId, startedById: id, startedAt: desk.clock.now() }),
  )
}

type Start = { shopId: string | null; startedById: string | null; startedAt: Date }

/** The same for the desk itself, at night. */
export async function startCheck(tx: Transaction, jobs: Jobs, start: Start): Promise<string> {
  const since = new Date(start.startedAt.getTime() - lostAfter)
  const underWay = await tx.auditCheck.findFirst({
    where: { shopId: start.shopId, finishedAt: null, startedAt: { gt: since } },
    select: { id: true },
  })
  if (underWay) return underWay.id
  const id = uuidv7()
  await tx.auditCheck.create({ data: { id, ...start } })
  await jobs.send(tx, { name: 'audit-check', data: { checkId: id } })
  return id
}

/** The last verifications of what this person may see in whole, newest first. */
export function latestChecks(desk: Desk): Promise<Check[]> {
  if (!permits(desk, 'audit.verify')) return Promise.resolve([])
  const { role, shopId } = desk.actor
  return desk.db.auditCheck.findMany({
    // A staff's list is of the whole log; a shop's is of its own.
    where: { shopId: role === 'merchant' ? (shopId ?? nobody) : null },
    orderBy: { startedAt: 'desc' },
    take: shown,
    select: fields,
  })
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** How the last verification of the whole log ended, without its places: what everybody may know. */
export async function lastWholeCheck(db: Database) {
  return db.auditCheck.findFirst({
    where: { shopId: null, finishedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
    select: { finishedAt: true, faultCount: true, error: true },
  })
}
