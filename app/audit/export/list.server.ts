import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits } from '~/staff/desk.server'
import { readFilter } from '../search/filter'
import { exportFormats } from './formats'
import { unfitSchema } from './unfit'

const fields = {
  id: true,
  filter: true,
  format: true,
  startedAt: true,
  finishedAt: true,
  rows: true,
  unfit: true,
  cutShort: true,
  startedBy: { select: { id: true, name: true } },
} satisfies Prisma.AuditExportSelect

/** How many of the last ones a page shows. */
const most = 20
/** One that has not ended by then (ms) lost its process. */
const lostAfter = 6 * 60 * 60 * 1000

/** The last exports, newest first: one's own, and for those who watch over the log everybody's. */
export async function lastExports(desk: Desk) {
  if (!permits(desk, 'audit.export')) return []
  const rows = await desk.db.auditExport.findMany({
    where: permits(desk, 'audit.exports_see') ? {} : { startedById: desk.actor.id },
    orderBy: { startedAt: 'desc' },
    take: most,
    select: fields,
  })
  const now = desk.clock.now().getTime()
  return rows.map(({ startedBy, filter, format, unfit, ...row }) => ({
    ...row,
    by: startedBy?.name ?? null,
    own: startedBy?.id === desk.actor.id,
    ...readFilter(new URLSearchParams(filter)),
    format: exportFormats.find((each) => each === format) ?? null,
    unfit: unfitSchema.nullable().catch(null).parse(unfit),
    /** Its process is gone, and nobody can tell how far it got. */
    lost: row.finishedAt === null && now - row.startedAt.getTime() > lostAfter,
  }))
}

export type ExportRow = Awaited<ReturnType<typeof lastExports>>[number]
