import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Recorded, readRecorded } from '../recorded'
import { fromBase64 } from '../seal/bytes'
import { parseCheckpoint } from '../seal/checkpoint'
import { leafHash, verifyInclusion } from '../seal/merkle'
import { parseNote } from '../seal/note'
import { sha256 } from '../text.server'
import { type ArchiveHeader, headerSchema, lineSchema } from './format'

/** The file is not what an archive is, or was altered; `line` counts from 1. */
export class ArchiveBroken extends Error {
  constructor(
    readonly line: number,
    why: string,
  ) {
    super(`line ${line}: ${why}`)
  }
}

/** One event of an archive, already checked against its hash and its proof. */
export type ArchivedEvent = {
  header: ArchiveHeader
  leafIndex: number
  hash: string
  text: string
  recorded: Recorded
}

/** SHA-256 of the whole file, hex. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * Reads an archive event by event, in constant memory. Each text is checked against its hash and its inclusion in the
 * header's checkpoint, and all of them against their number and order. Whether that checkpoint is signed by a trusted key
 * is for the caller to say. Throws `ArchiveBroken`.
 */
export async function* eachArchived(path: string): AsyncGenerator<ArchivedEvent> {
  let number = 0
  let head: Head | undefined
  let last = ''
  for await (const line of linesOf(path)) {
    number += 1
    if (!head) {
      head = readHead(line)
      continue
    }
    const event = readLine(line, number, head)
    if (event.recorded.id <= last) throw new ArchiveBroken(number, 'not in the order of ids')
    last = event.recorded.id
    yield event
  }
  if (!head) throw new ArchiveBroken(1, 'no header')
  if (number - 1 !== head.header.events) {
    throw new ArchiveBroken(number, `${number - 1} events, not ${head.header.events}`)
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const unpacked = new PassThrough()
  const reading = pipeline(createReadStream(path), createGunzip(), unpacked)
  // Read to its end below; a broken file ends the lines with its error.
  reading.catch(() => {})
  let number = 0
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1
      yield line
    }
    await reading
  } catch (error) {
    if (error instanceof ArchiveBroken) throw error
    throw new ArchiveBroken(number + 1, error instanceof Error ? error.message : String(error))
  } finally {
    unpacked.destroy()
  }
}

type Head = { header: ArchiveHeader; size: number; root: Uint8Array }

function readHead(line: string): Head {
  const header = headerSchema.safeParse(parsed(line)).data
  if (!header) throw new ArchiveBroken(1, 'not the header of an archive')
  const checkpoint = parseCheckpoint(parseNote(header.checkpoint)?.text ?? '')
  if (!checkpoint) throw new ArchiveBroken(1, 'no checkpoint')
  if (checkpoint.origin !== header.origin) throw new ArchiveBroken(1, 'a checkpoint of another log')
  return { header, size: checkpoint.size, root: checkpoint.root }
}

function readLine(line: string, number: number, { header, size, root }: Head): ArchivedEvent {
  const read = lineSchema.safeParse(parsed(line)).data
  if (!read) throw new ArchiveBroken(number, 'not an event')
  const { leaf: leafIndex, hash, text } = read
  if (sha256(text) !== hash) throw new ArchiveBroken(number, 'the text is not the one that was hashed')
  const recorded = readRecorded(text)
  if (!recorded) throw new ArchiveBroken(number, 'the text is no event')
  if (!recorded.at.startsWith(header.month)) throw new ArchiveBroken(number, 'not of this month')
  const proof = read.proof.flatMap((encoded) => fromBase64(encoded) ?? [])
  const whole = proof.length === read.proof.length
  if (!whole || !verifyInclusion(leafHash(Buffer.from(text)), leafIndex, size, proof, root)) {
    throw new ArchiveBroken(number, 'the proof does not lead to the checkpoint')
  }
  return { header, leafIndex, hash, text, recorded }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
