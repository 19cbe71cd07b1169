import { v7 as uuidv7 } from 'uuid'
import type { Prisma } from '~/platform/prisma/client'
import type { Desk } from '~/staff/desk.server'
import type { NewEvent } from '../events'
import { type ChainOwner, recordOnChain } from '../record.server'
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
  const { filter, format } = asked
  const { words, ...rest } = filter
  await desk.db.$transaction(async (tx) => {
    await tx.auditExport.create({
      data: {
        id: begun.id,
        shopId: shopOf(desk),
        startedById: by?.id ?? null,
        filter: filterToQuery(filter).toString(),
        format,
        startedAt: begun.at,
      },
    })
    const details = { export: begun.id, format, filter: filterToQuery(rest).toString() }
    await recordOnChain(tx, ownerOf(desk), [
      {
        ...actOf({ desk, by }, begun.at),
        action: 'audit.exported',
        outcome: 'done',
        details,
        // What was looked for may be somebody's name.
        ...(words && { words }),
      },
    ])
  })
  return begun
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
