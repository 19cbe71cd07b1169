import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writePrivately } from '~/platform/home.server'
import { type SandboxTransaction, transactionSchema } from './transaction'

export type SandboxStore = {
  get(traderCode: string, orderNo: string): SandboxTransaction | undefined
  /** Newest change first. */
  all(): SandboxTransaction[]
  /** Returns when the change is on the disk. */
  put(transaction: SandboxTransaction): Promise<void>
  /** Stores those that are not there yet; says how many. */
  add(transactions: SandboxTransaction[]): Promise<number>
}

/**
 * The sandbox's transactions: one JSON file each under `folder`, held in memory and replaced as a whole, so that a
 * killed process leaves either the old or the new state of each. Apart from Mitame's database on purpose: it stands
 * for another company's (docs/decisions).
 */
export async function openSandboxStore(folder: string): Promise<SandboxStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const kept = await load(folder)
  let lastWrite: Promise<unknown> = Promise.resolve()

  /** In memory at once, so that the next reader sees it; on the disk in the same order. */
  async function put(transaction: SandboxTransaction): Promise<void> {
    kept.set(keyOf(transaction.traderCode, transaction.orderNo), transaction)
    const write = () => writePrivately(join(folder, fileName(transaction)), JSON.stringify(transaction))
    const written = lastWrite.then(write)
    lastWrite = written.catch(() => {})
    await written
  }

  return {
    get: (traderCode, orderNo) => kept.get(keyOf(traderCode, orderNo)),
    all: () => [...kept.values()].sort((a, b) => (a.renewedAt < b.renewedAt ? 1 : -1)),
    put,
    async add(transactions) {
      const missing = transactions.filter((one) => !kept.has(keyOf(one.traderCode, one.orderNo)))
      await Promise.all(missing.map(put))
      return missing.length
    },
  }
}

async function load(folder: string): Promise<Map<string, SandboxTransaction>> {
  const kept = new Map<string, SandboxTransaction>()
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    // What a killed process was still writing; its rename never came.
    if (!name.endsWith('.json')) await rm(path, { force: true })
    else {
      const transaction = transactionSchema.parse(JSON.parse(await readFile(path, 'utf8')))
      kept.set(keyOf(transaction.traderCode, transaction.orderNo), transaction)
    }
  }
  return kept
}

/** One number in two shops is two transactions. */
function keyOf(traderCode: string, orderNo: string): string {
  return `${traderCode}\n${orderNo}`
}

/** Numbers may hold `/ < > : *`, which file names may not. */
function fileName({ traderCode, orderNo }: SandboxTransaction): string {
  return `${traderCode}_${Buffer.from(orderNo).toString('hex')}.json`
}
