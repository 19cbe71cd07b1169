import { join } from 'node:path'
import { openRecords } from './records.server'
import { type CardHolder, cardHolderSchema } from './saved-cards'
import { type SandboxTransaction, transactionSchema } from './transaction'

export type SandboxStore = {
  get(traderCode: string, orderNo: string): SandboxTransaction | undefined
  /** Newest change first. */
  all(): SandboxTransaction[]
  /** Returns when the change is on the disk. */
  put(transaction: SandboxTransaction): Promise<void>
  /** Stores those that are not there yet; says how many. */
  add(transactions: SandboxTransaction[]): Promise<number>
  /** A member of that trader with the cards saved. */
  holder(traderCode: string, memberId: string): CardHolder | undefined
  putHolder(holder: CardHolder): Promise<void>
}

/**
 * What the sandbox keeps under `folder`: transactions, and members with their saved cards. Apart from Mitame's database
 * on purpose: it stands for another company's (docs/decisions).
 */
export async function openSandboxStore(folder: string): Promise<SandboxStore> {
  const transactions = await openRecords<SandboxTransaction>(folder, {
    schema: transactionSchema,
    keyOf: ({ traderCode, orderNo }) => keyOf(traderCode, orderNo),
    // Numbers may hold `/ < > : *`, which file names may not.
    fileName: ({ traderCode, orderNo }) => `${traderCode}_${Buffer.from(orderNo).toString('hex')}.json`,
  })
  // Two members may differ in capitals alone, which some disks do not tell apart.
  const holders = await openRecords<CardHolder>(join(folder, 'cards'), {
    schema: cardHolderSchema,
    keyOf: ({ traderCode, memberId }) => keyOf(traderCode, memberId),
    fileName: ({ traderCode, memberId }) => `${traderCode}_${Buffer.from(memberId).toString('hex')}.json`,
  })
  return {
    get: (traderCode, orderNo) => transactions.get(keyOf(traderCode, orderNo)),
    all: () => transactions.all().sort((a, b) => (a.renewedAt < b.renewedAt ? 1 : -1)),
    put: transactions.put,
    async add(more) {
      const missing = more.filter((one) => !transactions.get(keyOf(one.traderCode, one.orderNo)))
      await Promise.all(missing.map(transactions.put))
      return missing.length
    },
    holder: (traderCode, memberId) => holders.get(keyOf(traderCode, memberId)),
    putHolder: holders.put,
  }
}

/** One number, or one member, in two shops is two of them. */
function keyOf(traderCode: string, name: string): string {
  return `${traderCode}\n${name}`
}
