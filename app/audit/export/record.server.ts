import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { Prisma } from '~/platform/prisma/client'
import type { Desk } from '~/staff/desk.server'
import type { NewEvent } from '../events'
import { type ChainOwner, deskChain, recordOnChain } from '../record.server'
import { type AuditFilter, filterToQuery } from '../search/filter'
import type { Cut } from './ends'
import type { ExportFormat } from './formats'
import type { Unfit } from './unfit'

/** Who exports: `by` is whom the log names, null for a command at the machine itself. */
export type Exporter = { desk: Pick<Desk, 'actor' | 'db' | 'clock' | 'via'>; by: NewEvent['actor'] }
export type Asked = { filter: AuditFilter; format: ExportFormat }
export type Begun = { id: string; at: Date; asked: Asked }

/** That an export begins, before its first byte: on the shop's chain for a merchant, else on the desk's. */
export async function recordBegin({ desk, by }: Exporter, asked: Asked): Promise<Begun> {
  const begun = { id: uuidv7(), at: desk.clock.now(), asked }
  const { words, ...rest } = asked.filter
  const told = { format: asked.format, filter: filterToQuery(rest).toString() }
  const owner = ownerOf(desk)
  await desk.db.$transaction(async (tx) => {
    await recordOnChain(tx, owner, [
      {
        ...actOf({ desk, by }, begun.at),
        action: 'audit.exported',
        outcome: 'done',
        details: { export: begun.id, ...told },
        // What was looked for may be somebody's name, and stands where it can be erased.
        ...(words && { words }),
      },
    ])
    await tx.auditExport.create({
      data: {
        ...told,
        id: begun.id,
        eventId: await lastOf(tx, owner),
        shopId: shopOf(desk),
        startedById: by?.id ?? null,
        startedAt: begun.at,
        aliveAt: begun.at,
      },
    })
  })
  return begun
}

/** The event that was just appended to a chain, under the lock of its head. */
async function lastOf(tx: Transaction, owner: ChainOwner): Promise<string> {
  const { eventId } = await tx.eventLeaf.findFirstOrThrow({
    where: { chainId: owner.kind === 'desk' ? deskChain : owner.id },
    orderBy: { seq: 'desc' },
    select: { eventId: true },
  })
  return eventId
}

/** How far it has got, for whoever waits. */
export async function recordProgress({ desk }: Exporter, { id }: Begun, rows: number): Promise<void> {
  await desk.db.auditExport.update({ where: { id }, data: { rows } })
}

export type Ending = { rows: number; unfit: Unfit | null; cut: Cut | null }

/** That it ended, and how. */
export async function recordEnd(
  { desk, by }: Exporter,
  { id, asked }: Begun,
  { rows, unfit, cut }: Ending,
): Promise<void> {
  const at = desk.clock.now()
  await desk.db.$transaction(async (tx) => {
    const data = { rows, finishedAt: at, cutShort: cut !== null }
    const told: Prisma.AuditExportUpdateInput = unfit ? { ...data, unfit } : data
    await tx.auditExport.update({ where: { id }, data: told })
    const details = { export: id, format: asked.format, rows, ...(unfit && { unfit: unfit.count }) }
    const ended = { ...actOf({ desk, by }, at), action: 'audit.export_ended' as const, details }
    await recordOnChain(tx, ownerOf(desk), [
      cut ? { ...ended, outcome: 'refused', refusal: cut } : { ...ended, outcome: 'done' },
    ])
  })
}

function actOf({ desk, by }: Exporter, at: Date) {
  return { at, actor: by && { id: by.id, role: by.role }, via: desk.via, requestId: null }
}

function shopOf({ actor }: Exporter['desk']): string | null {
  return actor.role === 'merchant' ? actor.shopId : null
}

function ownerOf(desk: Exporter['desk']): ChainOwner {
  const id = shopOf(desk)
  return id === null ? { kind: 'desk' } : { kind: 'shop', id }
}
