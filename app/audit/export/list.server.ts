import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits } from '~/staff/desk.server'
import { type AuditFilter, readFilter } from '../search/filter'
import { isLost } from './alive.server'
import { exportFormats } from './formats'
import { unfitSchema } from './unfit'

const fields = {
  id: true,
  eventId: true,
  filter: true,
  format: true,
  startedAt: true,
  aliveAt: true,
  finishedAt: true,
  rows: true,
  unfit: true,
  cutShort: true,
  startedBy: { select: { id: true, name: true } },
} satisfies Prisma.AuditExportSelect

/** How many of the last ones a page shows. */
const most = 20

/** The last exports, newest first: one's own, and for those who watch over the log everybody's. */
export async function lastExports(desk: Desk) {
  if (!permits(desk, 'audit.export')) return []
  const rows = await desk.db.auditExport.findMany({
    where: permits(desk, 'audit.exports_see') ? {} : { startedById: desk.actor.id },
    orderBy: { startedAt: 'desc' },
    take: most,
    select: fields,
  })
  const searched = await wordsSearched(
    desk,
    rows.flatMap(({ eventId }) => eventId ?? []),
  )
  const now = desk.clock.now()
  return rows.map(({ startedBy, eventId, filter, format, unfit, aliveAt, ...row }) => {
    const words = searched.get(eventId ?? '')
    const { filter: rest } = readFilter(new URLSearchParams(filter))
    return {
      ...row,
      by: startedBy?.name ?? null,
      own: startedBy?.id === desk.actor.id,
      filter: words ? ({ ...rest, words } satisfies AuditFilter) : rest,
      /** It was also by words, which have been erased. */
      erased: words === null,
      format: exportFormats.find((each) => each === format) ?? null,
      unfit: unfitSchema.nullable().catch(null).parse(unfit),
      /** Its process is gone, and nobody can tell how far it got. */
      lost: isLost({ ...row, aliveAt }, now),
    }
  })
}

/** The words that exports looked for, by the exports' events: null once they are erased, absent where there were none. */
async function wordsSearched(desk: Desk, events: string[]): Promise<Map<string, string | null>> {
  const rows = await desk.db.orderEventWords.findMany({
    where: { eventId: { in: events } },
    select: { eventId: true, words: true },
  })
  return new Map(rows.map(({ eventId, words }) => [eventId, words]))
}

export type ExportRow = Awaited<ReturnType<typeof lastExports>>[number]
