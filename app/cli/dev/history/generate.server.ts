import pg from 'pg'
import { CommandRefused } from '../../command'
import { dayOf } from './calendar'
import { Chance } from './chance'
import { Line } from './line.server'
import { type Cast, makeCast, newId, type ScaleShop } from './people'
import { importChains, tellHistory } from './tell'
import { HistoryWriter } from './write.server'

export type HistoryOptions = {
  events: number
  months: number
  seed: string
  /** The end of the history; nothing in it happens later. */
  until: Date
  onProgress(written: number): void
}

export type Made = {
  events: number
  words: number
  orders: number
  requests: number
  shops: number
  seconds: number
}

/** Human references fetched at a time. */
const referenceBlock = 1_000

/**
 * Makes up the past of a desk and writes it, in one transaction: all of it or none. What may stand in a history is what
 * the desk's own rules allow; the texts and hashes are the product's own.
 * @param ownerUrl the database as its owner, who may analyse the tables afterwards
 */
export async function makeHistory(ownerUrl: string, options: HistoryOptions): Promise<Made> {
  const begun = performance.now()
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    const since = monthsBefore(options.until, options.months)
    await client.query('SELECT make_event_months($1, $2)', [since, options.until])
    await client.query('BEGIN')
    const made = await writeHistory(new Line(client), since, options)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    return { ...made, seconds: (performance.now() - begun) / 1000 }
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505') throw alreadyThere(options.seed)
    throw error
  } finally {
    await client.end()
  }
}

async function writeHistory(line: Line, since: Date, options: HistoryOptions) {
  const { events, seed, until, onProgress } = options
  const chance = new Chance(`${seed} people`)
  const writer = new HistoryWriter(line, (at) => dayOf(at.getTime()))
  const cast = makeCast(chance, events, since.getTime())
  const imports = importChains(chance, cast, since.getTime(), until.getTime(), Math.floor(events / 50))
  const newShops = await placeCast(line, writer, chance, cast, imports)
  const made = { events: 0, words: 0, orders: 0, requests: 0, shops: cast.shops.length }
  const begun = newShops.map(({ code }) => imports.get(code)).filter((chain) => chain !== undefined)
  for (const { rows, words } of begun) {
    writer.addStory({ rows: {}, events: rows, words })
    made.events += rows.length
  }
  const references = new References(line)
  const plan = {
    ...{ seed, cast, since: since.getTime(), until: until.getTime(), events: events - made.events },
    reference: (year: string) => references.next(year),
  }
  let today = 0
  await references.fill()
  for (const { day, story } of tellHistory(plan)) {
    writer.addStory(story)
    made.events += story.events.length
    made.words += story.words.length
    made.orders += story.rows.order?.length ?? 0
    made.requests += story.rows.correction_request?.length ?? 0
    await references.fill()
    if (day === today) continue
    today = day
    await writer.until(day)
    onProgress(made.events)
  }
  await writer.end()
  onProgress(made.events)
  return made
}

/** Puts the people and shops in place that are not there yet; the others keep their ids. Returns the new shops. */
async function placeCast(
  line: Line,
  writer: HistoryWriter,
  chance: Chance,
  cast: Cast,
  chains: ReturnType<typeof importChains>,
): Promise<ScaleShop[]> {
  const people = [...cast.agents, ...cast.leads, ...cast.auditors, cast.admin]
  const members = cast.shops.flatMap(({ members }) => members)
  const everyone = [...people, ...members]
  const emails = everyone.map(({ email }) => email)
  const users = await line.query({
    text: 'SELECT id, email FROM "user" WHERE email = ANY ($1)',
    values: [emails],
  })
  const codes = cast.shops.map(({ code }) => code)
  const shops = await line.query({ text: 'SELECT id, code FROM shop WHERE code = ANY ($1)', values: [codes] })
  const knownUsers = new Map(users.rows.map(({ id, email }) => [String(email), String(id)]))
  const knownShops = new Map(shops.rows.map(({ id, code }) => [String(code), String(id)]))
  const newPeople = everyone.filter(({ email }) => !knownUsers.has(email))
  const newShops = cast.shops.filter(({ code }) => !knownShops.has(code))
  const joining = newPeople.flatMap((person) =>
    cast.shops.flatMap((shop) => (shop.members.includes(person) ? [{ person, shop }] : [])),
  )
  for (const person of everyone) person.id = knownUsers.get(person.email) ?? person.id
  for (const shop of cast.shops) shop.id = knownShops.get(shop.code) ?? shop.id
  writer.add(
    'user',
    newPeople.map((person) => ({ ...person, emailVerified: true, ...now() })),
  )
  writer.add(
    'organization',
    newShops.map(({ id, name, code }) => ({ id, name, slug: code, createdAt: new Date() })),
  )
  writer.add(
    'shop',
    newShops.map(({ weight: _, members: __, ...shop }) => ({
      ...{ ...shop, savedCards: false, retentionYears: 7, createdAt: new Date() },
      ...chains.get(shop.code)?.head,
    })),
  )
  writer.add(
    'member',
    joining.map(({ person, shop }) => ({
      ...{ id: newId(chance, Date.now()), userId: person.id, organizationId: shop.id, role: 'member' },
      createdAt: new Date(),
    })),
  )
  return newShops
}

function now() {
  const at = new Date()
  return { createdAt: at, updatedAt: at }
}

/** Fetches the desk's next references before they are asked for. */
class References {
  private numbers: string[] = []

  constructor(private readonly line: Line) {}

  /** More than any one story takes are there afterwards. */
  async fill(): Promise<void> {
    if (this.numbers.length >= 10) return
    const { rows } = await this.line.query({
      text: `SELECT nextval('correction_reference_seq')::text AS n FROM generate_series(1, ${referenceBlock})`,
    })
    this.numbers.push(...rows.map(({ n }) => String(n)))
  }

  next(year: string): string {
    const number = this.numbers.shift()
    if (number === undefined) throw new Error('a story with more requests than references at hand')
    return `MT-${year}-${number.padStart(6, '0')}`
  }
}

function monthsBefore(until: Date, months: number): Date {
  const since = new Date(until)
  since.setUTCMonth(since.getUTCMonth() - months)
  return since
}

function alreadyThere(seed: string): CommandRefused {
  return new CommandRefused(
    `種 ${seed} の履歴はすでにあります。別の --seed を指定してください。`,
    `The history of the seed ${seed} is there already; choose another --seed.`,
  )
}
