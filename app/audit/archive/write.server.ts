import { createWriteStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Database } from '~/platform/database.server'
import { differingColumns, type StoredEvent } from '../chain-check.server'
import { readRecorded } from '../recorded'
import { toBase64 } from '../seal/bytes'
import { TreeReader } from '../seal/tree.server'
import { storedColumns } from '../stored-events.server'
import { sha256 } from '../text.server'
import type { ArchiveHeader, ArchiveLine } from './format'
import type { Month } from './month'

/** An event that cannot be archived as it stands; verification says more. */
export class EventFaulty extends Error {
  constructor(readonly eventId: string) {
    super(`event ${eventId} is not as it was recorded`)
  }
}

/** Rows read at a time. */
const pageSize = 1000

/**
 * Writes a month's events to a file, with the inclusion proof of each, in constant memory. The file is there under its
 * name once all of it is on the disk. Throws `EventFaulty`.
 * @param size of the tree at the header's checkpoint
 */
export async function writeArchive(
  db: Database,
  path: string,
  header: ArchiveHeader,
  size: number,
): Promise<void> {
  const unfinished = `${path}.partial`
  const lines = Readable.from(linesOf(db, header, size))
  await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }))
  await rename(unfinished, path)
  const folder = await open(dirname(path))
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* linesOf(db: Database, header: ArchiveHeader, size: number): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`
  const tree = new TreeReader(db, size)
  for (let after: string | null = null; ; ) {
    const page: Placed[] = await eventsOf(db, header.month, after)
    let text = ''
    for (const event of page) text += `${JSON.stringify(await lineOf(event, tree))}\n`
    if (text !== '') yield text
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.id
  }
}

type Placed = StoredEvent & { leafIndex: number; leafHash: string }

function eventsOf(db: Database, month: Month, after: string | null): Promise<Placed[]> {
  return db.$queryRaw<Placed[]>`
    SELECT ${storedColumns}, l.leaf_index AS "leafIndex", encode(l.hash, 'hex') AS "leafHash"
    FROM order_event e
    JOIN event_leaf l ON l.event_id = e.id
    LEFT JOIN order_event_words w ON w.event_id = e.id
    WHERE e.id >= month_floor(${month}) AND e.id < month_ceiling(${month})
      AND (${after}::uuid IS NULL OR e.id > ${after}::uuid)
    ORDER BY e.id LIMIT ${pageSize}`
}

async function lineOf(event: Placed, tree: TreeReader): Promise<ArchiveLine> {
  const { leafIndex: leaf, leafHash: hash, text } = event
  const recorded = readRecorded(text)
  const same = recorded && sha256(text) === hash && event.hash === hash
  if (!same || differingColumns(event, recorded).length > 0) throw new EventFaulty(event.id)
  const proof = (await tree.inclusion(leaf)).map(toBase64)
  return { leaf, hash, text, proof }
}
