import type { Line } from './line.server'
import type { EventRow, Rows, Story, WordsRow } from './rows'

/** Events that are worth a statement, and as many as one may bring: what bounds the memory on both sides. */
const batchSize = 2_000
const largestBatch = 5_000

type Row = Readonly<Record<string, unknown>>
type Table = keyof Rows | 'order_event' | 'order_event_words' | 'user' | 'organization' | 'shop' | 'member'

/**
 * Writes stories over one connection, in the caller's transaction. Events are held back until no later story can have
 * an earlier one, so that they come in the order of time, as they would have: the ends of the indexes stay in memory.
 */
export class HistoryWriter {
  private rows = new Map<Table, Row[]>()
  private readonly byDay = new Map<number, { events: EventRow[]; words: WordsRow[] }>()
  private firstDay = Number.POSITIVE_INFINITY
  private ripe = 0

  constructor(
    private readonly line: Line,
    private readonly dayOf: (at: Date) => number,
  ) {}

  /** Rows that stories refer to. */
  add(table: Table, rows: Row[]): void {
    if (rows.length > 0) this.rows.set(table, [...(this.rows.get(table) ?? []), ...rows])
  }

  addStory({ rows, events, words }: Story): void {
    for (const [table, made] of Object.entries(rows) as [keyof Rows, Row[]][]) this.push(table, made)
    const wordsOf = new Map(words.map((row) => [row.eventId, row]))
    for (const event of events) {
      const day = this.bucket(this.dayOf(event.at))
      day.events.push(event)
      const said = wordsOf.get(event.id)
      if (said) day.words.push(said)
    }
  }

  /** Writes what happened before this day, if it is worth a statement. */
  async until(day: number): Promise<void> {
    for (; this.firstDay < day; this.firstDay += 1) {
      const { events = [], words = [] } = this.byDay.get(this.firstDay) ?? {}
      this.byDay.delete(this.firstDay)
      this.push(
        'order_event',
        events.sort((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq),
      )
      this.push('order_event_words', words)
      this.ripe += events.length
      if (this.ripe >= batchSize) await this.flush()
    }
  }

  /** Writes all that is left. */
  async end(): Promise<void> {
    await this.until(Math.max(0, ...this.byDay.keys()) + 1)
    await this.flush()
    await this.line.settled()
  }

  private bucket(day: number) {
    const found = this.byDay.get(day) ?? { events: [], words: [] }
    this.byDay.set(day, found)
    this.firstDay = Math.min(this.firstDay, day)
    return found
  }

  private push(table: Table, rows: Row[]): void {
    if (rows.length === 0) return
    const kept = this.rows.get(table)
    if (kept) for (const row of rows) kept.push(row)
    else this.rows.set(table, [...rows])
  }

  private async flush(): Promise<void> {
    const { rows } = this
    this.rows = new Map()
    this.ripe = 0
    await this.line.settled()
    for (const table of order) for (const batch of batches(rows.get(table) ?? [])) this.insert(table, batch)
  }

  private insert(table: Table, batch: Row[]): void {
    const keys = Object.keys(batch[0] ?? {})
    const columns = keys.map((key) => `"${snake(key)}"`).join(', ')
    const text = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`
    const written = JSON.stringify(batch.map((row) => snakeRow(row)))
    this.line.query({ text, values: [written] })
  }
}

/** The tables in the order in which their rows refer to one another. */
const order: Table[] = [
  ...(['user', 'organization', 'shop', 'member', 'order', 'delivery', 'evidence', 'attachment'] as const),
  ...(['correction_batch', 'correction_request', 'assessment', 'decision', 'message', 'drift'] as const),
  ...(['order_event', 'order_event_words'] as const),
]

function batches(rows: Row[]): Row[][] {
  const count = Math.ceil(rows.length / largestBatch)
  return Array.from({ length: count }, (_, i) => rows.slice(i * largestBatch, (i + 1) * largestBatch))
}

/** A loop, since all that is written passes here. */
function snakeRow(row: Readonly<Record<string, unknown>>): object {
  const made: Record<string, unknown> = {}
  for (const key in row) made[snake(key)] = row[key]
  return made
}

const snakes = new Map<string, string>()

function snake(key: string): string {
  const known = snakes.get(key)
  if (known !== undefined) return known
  const made = key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  snakes.set(key, made)
  return made
}
