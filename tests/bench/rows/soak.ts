import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '~/staff/desk.server'
import type { Log } from '../log'
import { cookieOf, type Product, startProduct, startWorker } from '../product'
import type { Result } from '../report'
import type { Bench } from '../scale'
import { verifySealed } from '../sealed'
import { Book } from '../soak/book'
import { Client, type Parts } from '../soak/client'
import { countActs } from '../soak/count'
import { watchMemory } from '../soak/memory'
import { merchant, reader, reviewer, type Trays, type Work } from '../soak/roles'
import { soakWorld, type World } from '../soak/world'
import { onLog } from '../worlds'

const minute = 60_000
/** People look at what they see before they go on, in milliseconds. */
const thinking = 100
/** After the database is back, connections that broke may still be met for so long (ms). */
const aftermath = 5_000

/**
 * People of every role at work, while the process that works the jobs is killed each minute and the database goes away
 * once. Afterwards all that was acknowledged is in the log exactly once, and the log is sound.
 */
export const soak: Bench = ({ soak: minutes, events }) =>
  onLog(events, async (log) => {
    const world = await soakWorld(log, minutes)
    const settings = { KURONEKO_URL: world.sandbox.protocolUrl }
    const product = await startProduct(log, settings, '--role=web')
    try {
      const { book, memory } = await live(log, world, product, minutes * minute, settings)
      await product.end()
      await verifySealed(log)
      const acknowledged = await countActs(log, book)
      return [...rowsOf(book, acknowledged), ...memoryRows(memory)]
    } finally {
      await product.end()
      await world.sandbox.end()
    }
  })

async function live(
  log: Log,
  world: World,
  product: Product,
  duration: number,
  settings: Record<string, string>,
) {
  const book = new Book()
  const ending = new AbortController()
  let away = false
  const parts: Parts = { product, book, outage: { isOn: () => away } }
  const everybody = await signIn(world, parts)
  const memory = watchMemory(product.pid)
  const timer = setTimeout(() => ending.abort(), duration)
  const restart = async () => {
    await until(duration / 2, ending.signal)
    away = true
    await log.restart()
    await pause(aftermath)
    away = false
  }
  // Whoever fails first ends it for all.
  const watched = (work: Promise<unknown>) => work.finally(() => ending.abort())
  try {
    await Promise.all([
      ...everybody.map((work) => watched(goOn(work, ending.signal))),
      watched(killWorkers(log, settings, Math.min(minute, duration / 3), ending.signal)),
      restart(),
    ])
  } finally {
    clearTimeout(timer)
    ending.abort()
  }
  return { book, memory: memory.end() }
}

async function goOn(work: Work, ending: AbortSignal): Promise<void> {
  for (let turn = 0; !ending.aborted; turn++) {
    await work(turn)
    await until(thinking, ending)
  }
}

/** A worker is always there, but each is killed after its time, whatever it does. */
async function killWorkers(
  log: Log,
  settings: Record<string, string>,
  lifetime: number,
  ending: AbortSignal,
): Promise<void> {
  while (!ending.aborted) {
    const worker = await startWorker(log, settings)
    await until(lifetime, ending)
    await (ending.aborted ? worker.end() : worker.kill())
  }
}

async function until(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => {})
}

async function signIn({ shops, people }: World, parts: Parts): Promise<Work[]> {
  const trays: Trays = { filed: [], asked: new Map() }
  const clientOf = async (actor: Actor) => new Client(parts, await cookieOf(parts.product, actor))
  const [first] = shops
  if (!first) throw new Error('there is no shop')
  const works: Work[] = []
  for (const [at, { actor, shop }] of people.merchants.entries())
    works.push(merchant(await clientOf(actor), shop, trays, `P26112099${at}`))
  for (const actor of people.reviewers) works.push(reviewer(await clientOf(actor), trays))
  for (const [at, actor] of people.readers.entries())
    works.push(reader(await clientOf(actor), shops[at % shops.length] ?? first, actor.id))
  return works
}

function rowsOf(book: Book, acknowledged: number): Result[] {
  const waits = book.measured().map(
    ({ name, measured }): Result => ({
      ...{ kind: 'value', name, value: measured.p99, unit: 'ms', goal: null, measured },
    }),
  )
  const count = (name: string, value: number): Result => ({
    ...{ kind: 'value', name, value, unit: '', goal: null },
  })
  return [
    ...waits,
    count('acknowledged acts, each once in the log', acknowledged),
    count('refused, as others were quicker', book.refused),
    count('asked again while the database was away', book.again),
  ]
}

function memoryRows({ early, late }: { early: number; late: number }): Result[] {
  return [
    { kind: 'value', name: 'memory of the web process', value: late, unit: 'MB', goal: null },
    {
      ...{ kind: 'value', name: 'its growth, second quarter to last', unit: '×' },
      ...{ value: late / early, goal: { at: 'most', value: 1.15 } },
    },
  ]
}
