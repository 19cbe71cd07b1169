import { after, dueAct } from './life'
import type { SandboxStore } from './store.server'
import type { SandboxTransaction } from './transaction'

/** The transaction as it stands at this moment: what Kuroneko does by itself with time is done when somebody looks. */
export async function currentTransaction(
  store: SandboxStore,
  traderCode: string,
  orderNo: string,
  now: Date,
): Promise<SandboxTransaction | undefined> {
  const kept = store.get(traderCode, orderNo)
  const act = kept && dueAct(kept, now)
  if (act) await store.put(after(act, kept, now, 'kuroneko'))
  return store.get(traderCode, orderNo)
}

/** The same for all of them. */
export async function settleDue(store: SandboxStore, now: Date): Promise<void> {
  for (const { traderCode, orderNo } of store.all()) await currentTransaction(store, traderCode, orderNo, now)
}
