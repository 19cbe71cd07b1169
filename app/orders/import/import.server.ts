import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { type Encoding, type Mapping, placeColumns } from './fields'
import { fingerprint } from './fingerprint.server'
import { readMapping } from './mapping.server'
import { recordImport } from './record.server'
import { type CsvRecord, NotCsv, readCsv } from './records.server'
import { type ImportRefused, type ImportReport, type ImportStop, Tally } from './report'
import { gatherRuns, type Run } from './runs'
import { type Importer, settleBatch } from './settle.server'

export type ImportFile = {
  stream: AsyncIterable<Uint8Array>
  filename: string
  /** Found out by itself unless told. */
  encoding?: Encoding
  /** The shop's own mapping unless told, and what the headings suggest where it has none. */
  mapping?: Mapping
  dryRun: boolean
}

/** No file of the platform has more rows. */
export const mostRows = 200_000
const batchOrders = 200
const batchRows = 1000

/**
 * Imports a file of orders into a shop (`design.md` §5): new orders are received, known ones changed to what the file
 * says, for it is the platform's own data. A merchant imports into the own shop, an administrator into any.
 */
export async function importOrders(
  desk: Desk,
  { shopId, ...file }: ImportFile & { shopId: string },
): Promise<ImportReport | ImportRefused> {
  if (!permits(desk, 'orders.import')) return { ok: false, refusal: 'forbidden' }
  const shop = await desk.db.shop.findFirst({
    where: { AND: [{ id: shopId }, { id: shopScope(desk.actor).shopId }] },
    select: { id: true },
  })
  if (!shop) return { ok: false, refusal: 'not_found' }
  const { db, clock, via, actor } = desk
  return importFile(
    { db, now: () => clock.now(), shopId, via, actor: { id: actor.id, role: actor.role } },
    file,
  )
}

/** The same for who need not ask: the verb above, and the command at the machine itself. */
export async function importFile(
  importer: Importer,
  file: ImportFile,
): Promise<ImportReport | ImportRefused> {
  const print = fingerprint(file.filename, file.stream)
  const { records, encoding } = readCsv(print.stream, file.encoding)
  const headings = await readHeadings(records)
  if (!Array.isArray(headings)) return headings
  const mapping = file.mapping ?? (await readMapping(importer.db, importer.shopId, headings))
  const columns = placeColumns(headings, mapping)
  if ('refusal' in columns) return { ok: false, ...columns, headings, mapping }
  const { tally, stopped } = await settleAll(
    importer,
    gatherRuns(records, { places: columns.places, width: headings.length }),
    file.dryRun,
  )
  if (!file.dryRun) await recordImport(importer, { tally, mapping, print: print.digests() })
  const { counts, rows, lines, leftOff } = tally
  return {
    ok: true,
    dryRun: file.dryRun,
    encoding: encoding(),
    rows,
    counts,
    lines,
    leftOff,
    stopped,
    headings,
    mapping,
  }
}

async function readHeadings(records: AsyncGenerator<CsvRecord>): Promise<string[] | ImportRefused> {
  try {
    const first = await records.next()
    if (first.done) return { ok: false, refusal: 'empty' }
    return first.value.cells.map((heading) => heading.trim())
  } catch (error) {
    if (error instanceof NotCsv) return { ok: false, refusal: 'not_csv', line: error.line }
    throw error
  }
}

/** Settles the file batch by batch; where it cannot be read on, the whole orders before have been settled. */
async function settleAll(
  importer: Importer,
  runs: AsyncIterable<Run>,
  dryRun: boolean,
): Promise<{ tally: Tally; stopped: ImportStop | null }> {
  const tally = new Tally()
  let stopped: ImportStop | null = null
  let batch: Run[] = []
  let waiting = 0
  const settle = async () => {
    for (const line of await settleBatch(importer, batch, dryRun)) tally.add(line)
    batch = []
    waiting = 0
  }
  try {
    for await (const run of runs) {
      if (tally.rows + run.length > mostRows) {
        stopped = { reason: 'too_many_rows', line: mostRows }
        break
      }
      batch.push(run)
      waiting += run.length
      tally.rows += run.length
      if (batch.length >= batchOrders || waiting >= batchRows) await settle()
    }
  } catch (error) {
    if (!(error instanceof NotCsv)) throw error
    stopped = { reason: 'not_csv', line: error.line }
  }
  if (batch.length > 0) await settle()
  return { tally, stopped }
}
