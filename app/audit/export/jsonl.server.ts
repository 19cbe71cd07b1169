import type { Database } from '~/platform/database.server'
import { toBase64 } from '../seal/bytes'
import { latestCheckpoint } from '../seal/checkpoints.server'
import { type Sealing, sealNow } from '../seal/sealer.server'
import { TreeReader } from '../seal/tree.server'
import { exportFormat, type Line } from './jsonl'
import type { ExportedEvent } from './read.server'
import type { Writer } from './writer'

/** What the first line says beside the checkpoint. */
type About = { filter: string; at: Date }

/**
 * JSON Lines, each with the proof of its event against the one checkpoint of the first line. The log is sealed first,
 * so that what was there before is in it. Throws `TreeBroken` where the tree is not the one that was signed.
 */
export async function provenLines(sealing: Sealing, { filter, at }: About): Promise<Writer> {
  await sealNow(sealing)
  const checkpoint = await latestCheckpoint(sealing.db)
  const note = checkpoint?.note ?? null
  const tree = new TreeReader(sealing.db, checkpoint?.size ?? 0)
  let written = 0
  return {
    begin: () => line({ format: exportFormat, checkpoint: note, filter, at: at.toISOString() }),
    async write(events) {
      written += events.length
      return Buffer.concat((await proven(sealing.db, tree, events)).map(line))
    },
    end: () => line({ end: true, events: written }),
    unfit: () => null,
  }
}

async function proven(db: Database, tree: TreeReader, events: ExportedEvent[]): Promise<Line[]> {
  const [leaves, salts] = await Promise.all([leavesOf(db, events), saltsOf(db, events)])
  const lines: Line[] = []
  for (const { id, text, told } of events) {
    const leaf = leaves.get(id)
    // One that was committed late, or is not what was recorded: it is told, without a proof.
    const index = leaf !== undefined && leaf < tree.size ? leaf : null
    const proof = index === null ? null : (await tree.inclusion(index)).map(toBase64)
    const salt = salts.get(id)
    const words = told?.words != null && salt ? { salt, words: told.words } : null
    lines.push({ event: text, words, index, proof })
  }
  return lines
}

async function leavesOf(db: Database, events: ExportedEvent[]): Promise<Map<string, number>> {
  const leaves = await db.eventLeaf.findMany({
    where: { eventId: { in: events.map(({ id }) => id) }, leafIndex: { not: null } },
    select: { eventId: true, leafIndex: true },
  })
  return new Map(
    leaves.flatMap(({ eventId, leafIndex }) => (leafIndex === null ? [] : [[eventId, leafIndex]])),
  )
}

async function saltsOf(db: Database, events: ExportedEvent[]): Promise<Map<string, string>> {
  const readable = events.filter(({ told }) => told?.words != null).map(({ id }) => id)
  const rows = await db.orderEventWords.findMany({
    where: { eventId: { in: readable } },
    select: { eventId: true, salt: true },
  })
  return new Map(rows.flatMap(({ eventId, salt }) => (salt === null ? [] : [[eventId, salt]])))
}

function line(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}
