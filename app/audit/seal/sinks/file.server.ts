import { readFile } from 'node:fs/promises'
import type { Database } from '~/platform/database.server'
import { writePrivately } from '~/platform/home.server'
import { sameBytes } from '../bytes'
import { parseCheckpoint } from '../checkpoint'
import { parseNote } from '../note'
import { rootAt } from '../tree.server'
import { NotDelivered, type Sink } from './sink'

/**
 * Keeps the newest checkpoint in a file beside the database. A file that knows more than the database, or something
 * else, is left as it is: it shows that the database was set back or rewritten.
 */
export function fileSink(path: string): Sink {
  return {
    name: `file ${path}`,
    wants: () => true,
    async deliver({ db, checkpoint }) {
      const kept = await readFile(path, 'utf8').catch(absent)
      if (kept === checkpoint.note) return
      if (kept !== null) await agree(db, kept, checkpoint.size)
      await writePrivately(path, checkpoint.note)
    },
  }
}

function absent(error: Error & { code?: string }): null {
  if (error.code === 'ENOENT') return null
  throw error
}

async function agree(db: Database, kept: string, size: number): Promise<void> {
  const note = parseNote(kept)
  const body = note && parseCheckpoint(note.text)
  if (!body) throw new NotDelivered('the file does not hold a checkpoint; it was left as it is')
  if (body.size > size) {
    throw new NotDelivered(
      `the file holds a checkpoint over ${body.size} events, the database one over ${size}: the database was set back`,
    )
  }
  if (!sameBytes(await rootAt(db, body.size), body.root)) {
    throw new NotDelivered(
      `the file holds another root for the first ${body.size} events: the database was rewritten`,
    )
  }
}
