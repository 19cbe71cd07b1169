import { readFile, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { makeTemporaryHome } from '~/platform/home.server'
import { listenerOn, npmStart } from './start'
import { signedIn, type Visitor } from './visitor'

const clients = 16
const samples = 50
/** How long the product is left alone before it counts as at rest, in milliseconds. */
const rest = 10_000

/** Megabytes are 10⁶ bytes of resident memory, of the one process that answers. */
export type Memory = {
  rest: number
  /** At each fiftieth of the requests. */
  samples: number[]
  after: number
  /** Over the second half of the requests, in megabytes per 1,000 of them. */
  slope: number
}

/** What the web process of `npm start` holds at rest, and whether it grows while an agent looks around. */
export async function measureMemory(requests = 100_000): Promise<Memory> {
  const home = await makeTemporaryHome()
  try {
    const product = await npmStart(home)
    try {
      const pid = await listenerOn(product.port)
      await pause(rest)
      const atRest = await residentOf(pid)
      const agent = await signedIn(product.url, 'desk@mitame.test')
      const taken = await lookAround(agent, requests, () => residentOf(pid))
      agent.leave()
      await pause(rest)
      const half = taken.slice(taken.length / 2)
      return {
        rest: atRest,
        samples: taken,
        after: await residentOf(pid),
        slope: slopeOf(half) / (requests / samples / 1000),
      }
    } finally {
      await product.end()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function lookAround(
  agent: Visitor,
  requests: number,
  sample: () => Promise<number>,
): Promise<number[]> {
  const pages = await pagesOf(agent)
  const taken: number[] = []
  let asked = 0
  const client = async () => {
    while (asked < requests) {
      const number = asked++
      await agent.get(pages[number % pages.length] ?? '/')
      if ((number + 1) % Math.ceil(requests / samples) === 0) taken.push(await sample())
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return taken
}

/** The queue and what it leads to: some requests, orders and the log. */
async function pagesOf(agent: Visitor): Promise<string[]> {
  const linked = async (path: string, pattern: RegExp) => {
    const page = (await agent.get(path)).body.toString()
    return [...new Set(page.match(pattern))].slice(0, 5)
  }
  const requests = await linked('/desk', /\/desk\/MT-\d{4}-\d{6}(?=")/g)
  const orders = await linked('/orders', /(?<=href=")\/orders\/[^"/?]+(?:\?shop=[^"&]+)?(?=")/g)
  if (requests.length === 0 || orders.length === 0) throw new Error('the demo desk is empty')
  return ['/', '/desk', '/orders', '/audit', ...requests, ...orders]
}

async function residentOf(pid: number): Promise<number> {
  const [, kilobytes] = (await readFile(`/proc/${pid}/status`, 'utf8')).match(/VmRSS:\s+(\d+) kB/) ?? []
  return (Number(kilobytes) * 1024) / 1e6
}

/** Of the straight line nearest to the values, per step. */
function slopeOf(values: number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const top = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0)
  return top / values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0)
}
