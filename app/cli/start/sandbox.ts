import { join } from 'node:path'
import type { Sandbox } from '~/kuroneko/sandbox/server.server'
import { openSandboxStore, type SandboxStore } from '~/kuroneko/sandbox/store.server'
import { systemClock } from '~/platform/clock'
import type { Config } from '~/platform/config.server'
import { StartRefused } from '~/platform/refused.server'

/** What the demo's Kuroneko knows, and the sandbox that answers for it unless `KURONEKO_URL` names another. */
export type DemoKuroneko = { store: SandboxStore; sandbox: Sandbox | null }

/** Opens the sandbox on its port. Throws `StartRefused`. */
export async function startDemoKuroneko(config: Config): Promise<DemoKuroneko> {
  const store = await openSandboxStore(join(config.home, 'sandbox'))
  if (config.kuronekoUrl) return { store, sandbox: null }
  const { createSandbox } = await import('~/kuroneko/sandbox/server.server')
  const { demoTraders } = await import('../demo/kuroneko.server')
  const { host, kuronekoSandboxPort: port } = config
  const shopOrigins = config.publicUrl ? [new URL(config.publicUrl).origin] : []
  const parts = { store, traders: demoTraders, clock: systemClock, host, port, shopOrigins }
  return { store, sandbox: await createSandbox(parts).catch((error) => cannotListen(error, port)) }
}

/** A desk on a database of its own asks the real Kuroneko, or says so before anything starts. */
export function requireKuroneko(config: Pick<Config, 'database' | 'kuronekoUrl'>): void {
  if (!config.database || config.kuronekoUrl) return
  throw new StartRefused(
    'config',
    'DATABASE_URL を指定するときは KURONEKO_URL も必要です。',
    'KURONEKO_URL is required with DATABASE_URL.',
  )
}

function cannotListen(error: Error & { code?: string }, port: number): never {
  const taken = error.code === 'EADDRINUSE'
  throw new StartRefused(
    'port_taken',
    taken
      ? `クロネコのサンドボックスのポート ${port} は使われています。KURONEKO_SANDBOX_PORT で別の番号を指定できます。`
      : `クロネコのサンドボックスがポート ${port} で待ち受けられません。KURONEKO_SANDBOX_PORT を確認してください。`,
    taken
      ? `Port ${port} of the Kuroneko sandbox is taken. KURONEKO_SANDBOX_PORT names another one.`
      : `The Kuroneko sandbox cannot listen on port ${port}; please check KURONEKO_SANDBOX_PORT. ${error.message}`,
    { cause: error },
  )
}
