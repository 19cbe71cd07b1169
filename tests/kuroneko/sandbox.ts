import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKuroneko, type KuronekoParts } from '~/kuroneko/client.server'
import { createSandbox, type Sandbox } from '~/kuroneko/sandbox/server.server'
import { openSandboxStore, type SandboxStore } from '~/kuroneko/sandbox/store.server'
import { masked, testCards } from '~/kuroneko/sandbox/test-cards'
import type { CardUse } from '~/kuroneko/sandbox/tokens'
import { type SandboxTransaction, type Trader, transactionSchema } from '~/kuroneko/sandbox/transaction'

export const trader = '888000001'
export const number = 'P261105143012345678-1'
export const traders: Trader[] = [
  { code: trader, name: '花のや', savesCards: true, accessKey: '7654321' },
  { code: '888000002', name: 'リンネ', changesAmount: false },
  { code: '888000003', name: '増額なし', raisesAmount: false },
  { code: '888000004', name: '本人認証', savesCards: true, accessKey: '1234567', threeDSecure: true },
]

/** A card transaction of ¥5,280, authorised at noon in Tokyo on 5 November 2026. */
export function aTransaction(more: Partial<SandboxTransaction> = {}): SandboxTransaction {
  const at = '2026-11-05T03:00:00.000Z'
  return transactionSchema.parse({
    traderCode: trader,
    orderNo: number,
    statusInfo: 4,
    amount: 5280,
    orderDataSeq: '900000123',
    approvalCode: '001234',
    authorisedAt: at,
    settledAt: at,
    renewedAt: at,
    ...more,
  })
}

export type TestSandbox = Sandbox & {
  store: SandboxStore
  folder: string
  /** The sandbox's own time, which tests set. */
  time: { now: Date }
  /** The paths of all requests so far. */
  requests: string[]
  /** A token for that number, as the card page hands it out. */
  cardToken(number: string, use?: CardUse | null, traderCode?: string): string
  /** All files of the sandbox as one text. */
  everythingKept(): Promise<string>
  /** Calls an operation as any client would; the answer as text. */
  post(name: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<string>
  end(): Promise<void>
}

/** The sandbox on a port of its own, with these transactions, at noon in Tokyo on 20 November 2026. */
export async function startSandbox(...transactions: SandboxTransaction[]): Promise<TestSandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'mitame-sandbox-'))
  const store = await openSandboxStore(folder)
  await store.add(transactions)
  const time = { now: new Date('2026-11-20T03:00:00.000Z') }
  const clock = { now: () => time.now }
  const sandbox = await createSandbox({
    store,
    traders,
    clock,
    host: '127.0.0.1',
    port: 0,
    shopOrigins: ['https://shop.example'],
  })
  const requests: string[] = []
  // Node tells of every request as it begins, whatever becomes of it.
  const note = (message: unknown) => {
    const { request } = message as { request: IncomingMessage }
    if (request.socket.localPort === sandbox.port) requests.push(request.url ?? '')
  }
  subscribe('http.server.request.start', note)
  return {
    ...sandbox,
    store,
    folder,
    time,
    requests,
    cardToken(cardNumber, use = null, traderCode = trader) {
      const known = testCards.find((card) => card.number === cardNumber)
      if (!known) throw new Error(`${cardNumber} is no test number`)
      const { brand, creditErrorCode, threeD } = known
      const card = { masked: masked(cardNumber), brand, expiry: '1230', owner: 'HANAKO YAMADA' }
      const { memberId = '', authenticationKey = '', savedCardId = null } = use ?? {}
      const grant = { traderCode, card, creditErrorCode, threeD }
      const place = use && { memberId, authenticationKey, savedCardId }
      return sandbox.tokens.issue({ ...grant, use: place }, time.now)
    },
    async everythingKept() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile())
      return (
        await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))
      ).join()
    },
    async post(name, fields, headers = {}) {
      const url = `${sandbox.url}/api/credit/${name}`
      const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers })
      return response.text()
    },
    async end() {
      unsubscribe('http.server.request.start', note)
      await sandbox.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** The client as the product has it, with limits that a test can wait for; `log` keeps what it wrote. */
export function aClient(url: string, more: Partial<KuronekoParts> = {}) {
  const log: object[] = []
  const write = (entry: object) => void log.push(entry)
  const kuroneko = createKuroneko({
    url,
    clock: { now: () => new Date('2026-11-20T03:00:00.000Z') },
    log: { info: write, warn: write },
    limits: { total: 1_500, attempt: 700 },
    ...more,
  })
  return Object.assign(kuroneko, { log })
}
