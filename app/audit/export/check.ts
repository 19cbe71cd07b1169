import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { readEventText } from '../proof/event-text'
import { fromBase64 } from '../seal/bytes'
import { type CheckpointBody, parseCheckpoint } from '../seal/checkpoint'
import { type Hash, leafHash, verifyInclusion } from '../seal/merkle'
import { parseNote, type Verifier, verifyNote } from '../seal/note'
import { endSchema, type Header, headerSchema, type Line, lineSchema } from './jsonl'

/** Why an export, or a line of it, proves nothing. */
export type ExportFault =
  /** The line is none of the format's. */
  | 'malformed'
  /** The first line's checkpoint is none of a tree. */
  | 'checkpoint'
  /** None of the given keys is the log's, or one that was given did not sign this. */
  | 'signature'
  /** The event's text is none that Mitame writes. */
  | 'event'
  /** The event does not stand at its place in the tree that was signed. */
  | 'not_included'
  /** It has no proof against this checkpoint. */
  | 'unproven'
  /** The words are not those that were written at this event. */
  | 'words'
  /** It is not older than the event before it, and may stand there twice. */
  | 'order'
  /** The end is missing, or names another number of events. */
  | 'not_whole'

type OnFault = (line: number, fault: ExportFault) => void

const textSchema = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    context.addIssue('not JSON')
    return z.NEVER
  }
})
const read = {
  header: textSchema.pipe(headerSchema),
  line: textSchema.pipe(lineSchema),
  end: textSchema.pipe(endSchema),
}

/** Checks an export line by line and holds no more than one; `docs/audit-log.md` has the steps. */
export class ExportCheck {
  header: Header | null = null
  log: CheckpointBody | null = null
  events = 0
  private lines = 0
  private ended = false
  private last: string | null = null

  constructor(
    private readonly trusted: readonly Verifier[],
    private readonly onFault: OnFault,
  ) {}

  /** The next line, without its newline. */
  add(text: string): void {
    this.lines += 1
    const faults = this.lines === 1 ? this.begin(text) : this.follow(text)
    for (const fault of faults) this.onFault(this.lines, fault)
  }

  /** After the last line. */
  end(): void {
    if (!this.ended) this.onFault(this.lines, 'not_whole')
  }

  private begin(text: string): ExportFault[] {
    this.header = read.header.safeParse(text).data ?? null
    if (!this.header) return ['malformed']
    const note = this.header.checkpoint === null ? null : parseNote(this.header.checkpoint)
    this.log = note && parseCheckpoint(note.text)
    if (!note || !this.log) return ['checkpoint']
    const { origin } = this.log
    const signed = verifyNote(note, this.trusted) ?? []
    return signed.some(({ name, at }) => name === origin && at === null) ? [] : ['signature']
  }

  private follow(text: string): ExportFault[] {
    if (this.ended) return ['malformed']
    const line = read.line.safeParse(text).data
    if (line) return this.checkEvent(line)
    const end = read.end.safeParse(text).data
    if (!end) return ['malformed']
    this.ended = true
    return end.events === this.events ? [] : ['not_whole']
  }

  private checkEvent({ event: text, words, index, proof }: Line): ExportFault[] {
    this.events += 1
    const event = readEventText(text)
    const isNext = !event || this.last === null || event.id < this.last
    if (event) this.last = event.id
    const isProven = index !== null && proof !== null
    return [
      ...(event ? [] : ['event' as const]),
      ...(isNext ? [] : ['order' as const]),
      ...(!event || !words || digestOf(words) === event.words ? [] : ['words' as const]),
      ...(isProven ? [] : ['unproven' as const]),
      ...(!isProven || this.isIncluded(text, index, proof) ? [] : ['not_included' as const]),
    ]
  }

  private isIncluded(event: string, index: number, proof: string[]): boolean {
    const path = proof.map(fromBase64)
    if (!this.log || !path.every((hash): hash is Hash => hash !== null)) return false
    return verifyInclusion(leafHash(utf8ToBytes(event)), index, this.log.size, path, this.log.root)
  }
}

function digestOf({ salt, words }: NonNullable<Line['words']>): string {
  return bytesToHex(sha256(utf8ToBytes(`${salt}\n${words}`)))
}
