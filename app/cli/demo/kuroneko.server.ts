import { Agent } from 'undici'
import { createKuroneko, type Kuroneko } from '~/kuroneko/client.server'
import { createSandbox } from '~/kuroneko/sandbox/server.server'
import type { SandboxStore } from '~/kuroneko/sandbox/store.server'
import type { Trader } from '~/kuroneko/sandbox/transaction'
import { type Clock, systemClock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import { createLogger } from '~/platform/log.server'
import { demoShops } from './people'
import { demoTransactions } from './transactions'

/** The demo's shops, as Kuroneko's merchants. */
export const demoTraders: Trader[] = Object.values(demoShops).map(({ traderCode, name }) => ({
  code: traderCode,
  name,
  savesCards: true,
  accessKey: demoAccessKey(traderCode),
}))

/** The secret that a demo shop and its Kuroneko share: 7 characters, good for nothing else. */
export function demoAccessKey(traderCode: string): string {
  return traderCode.slice(-7)
}

/**
 * Gives the sandbox the transactions of the demo's orders; those that are there stay as they are. A made-up past may have
 * a hundred thousand others beside them, of shops that the sandbox does not know.
 */
export async function seedDemoTransactions(db: Database, store: SandboxStore): Promise<void> {
  const orders = await db.order.findMany({
    where: { shop: { traderCode: { in: demoTraders.map(({ code }) => code) } } },
    include: {
      shop: { select: { code: true, traderCode: true } },
      deliveries: { orderBy: { index: 'asc' } },
    },
    orderBy: { orderedAt: 'asc' },
  })
  await store.add(demoTransactions(orders, new Date()))
}

/**
 * Kuroneko for the demo's own past: the sandbox on a port of its own while `work` lasts, asked by clients that live at
 * the time of each scene.
 */
export async function withDemoKuroneko<T>(
  store: SandboxStore,
  work: (kuronekoAt: (clock: Clock) => Kuroneko) => Promise<T>,
): Promise<T> {
  const host = '127.0.0.1'
  const sandbox = await createSandbox({ store, traders: demoTraders, clock: systemClock, host, port: 0 })
  const dispatcher = new Agent()
  const log = createLogger('silent')
  try {
    return await work((clock) => createKuroneko({ url: sandbox.protocolUrl, clock, log, dispatcher }))
  } finally {
    await dispatcher.destroy()
    await sandbox.close()
  }
}
