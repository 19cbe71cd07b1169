import { tokyoDay } from '~/platform/tokyo'
import { permits } from '~/staff/desk.server'
import { type Sealing, TreeBroken } from '../seal/sealer.server'
import { type AuditFilter, filterToQuery } from '../search/filter'
import { firstIdAt } from '../search/narrow.server'
import { keepAlive } from './alive.server'
import type { StatusLabels } from './columns.server'
import { shiftJisCsv, utf8Csv } from './csv.server'
import { type Cut, cutBy } from './ends'
import { formatFacts } from './formats'
import { provenLines } from './jsonl.server'
import { batchSize, eachExported } from './read.server'
import {
  type Asked,
  type Begun,
  type Ending,
  type Exporter,
  recordBegin,
  recordEnd,
  recordProgress,
} from './record.server'
import type { Writer } from './writer'

export type Exporting = Exporter & { sealing: Pick<Sealing, 'secret' | 'origin'>; labels: StatusLabels }

/** Resolves once more is wanted; throws `ExportCut` where nobody takes any more. */
export type Ready = () => Promise<void>

export type BegunExport =
  | {
      ok: true
      name: string
      type: string
      bytes(
        ready: Ready,
      ): AsyncGenerator<Uint8Array, void, undefined> /** How it ended, once `bytes` was read. */
      ended: Promise<Ending>
    }
  /** `unprovable`: the tree is not the one that was signed; verification names the place. */
  | { ok: false; refusal: 'not_permitted' | 'unprovable' }

/** Batches after which it is told how far it has got. */
const batchesBetweenTelling = 10

/**
 * Begins to export what a search shows, and records that before anything is written. `bytes` then gives the file, and
 * records its end, however that comes. It holds every event that had been recorded when the export began, and none that
 * happened later; one that was being recorded at that very moment may be in it or not.
 */
export async function beginExport(exporting: Exporting, asked: Asked): Promise<BegunExport> {
  if (!permits(exporting.desk, 'audit.export')) return { ok: false, refusal: 'not_permitted' }
  const begun = await recordBegin(exporting, asked)
  const writer = await writerOf(exporting, begun)
  if (!writer) return { ok: false, refusal: 'unprovable' }
  const { promise, resolve } = Promise.withResolvers<Ending>()
  const { type, extension } = formatFacts[asked.format]
  return {
    ok: true,
    type,
    name: `${nameOf(asked.filter, begun.at)}.${extension}`,
    bytes: (ready) => writeOut(exporting, begun, writer, ready, resolve),
    ended: promise,
  }
}

/** Null where nothing can be proven; the export has ended then. */
async function writerOf(exporting: Exporting, begun: Begun): Promise<Writer | null> {
  const { desk, labels, sealing } = exporting
  const { format, filter } = begun.asked
  if (format === 'csv') return utf8Csv(labels)
  if (format === 'csv-sjis') return shiftJisCsv(labels)
  const { db, clock } = desk
  const rest = keepAlive(exporting, begun)
  try {
    return await provenLines(
      { db, clock, ...sealing },
      { filter: filterToQuery(filter).toString(), at: begun.at },
    )
  } catch (error) {
    const cut = error instanceof TreeBroken ? 'unprovable' : 'server_failed'
    await recordEnd(exporting, begun, { rows: 0, unfit: null, cut })
    if (cut === 'server_failed') throw error
    return null
  } finally {
    rest()
  }
}

async function* writeOut(
  exporting: Exporting,
  begun: Begun,
  writer: Writer,
  ready: Ready,
  onEnd: (ending: Ending) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let rows = 0
  // So it is for a reader that simply stops.
  let cut: Cut | null = 'client_gone'
  const rest = keepAlive(exporting, begun)
  try {
    yield writer.begin()
    for await (const events of eachExported(exporting.desk, begun.asked.filter, firstIdAt(begun.at))) {
      await ready()
      yield await writer.write(events)
      rows += events.length
      if (rows % (batchSize * batchesBetweenTelling) === 0) await recordProgress(exporting, begun, rows)
    }
    await ready()
    yield writer.end()
    await ready()
    cut = null
  } catch (error) {
    cut = cutBy(error)
    // Whoever has gone needs no error.
    if (cut !== 'client_gone') throw error
  } finally {
    rest()
    const ending = { rows, unfit: writer.unfit(), cut }
    await recordEnd(exporting, begun, ending)
    onEnd(ending)
  }
}

/** `mitame-audit-20261001-20261031`; without a whole period, the day of the export. */
function nameOf({ from, to, shop, number }: AuditFilter, at: Date): string {
  const what = [shop, number].filter((each) => each !== undefined)
  const when = from && to ? [from, to] : [tokyoDay(at)]
  const parts = [
    ...what.map((part) => part.replaceAll(/[^\w-]/g, '_')),
    ...when.map((day) => day.replaceAll('-', '')),
  ]
  return ['mitame-audit', ...parts].join('-')
}
