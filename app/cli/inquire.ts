import { join } from 'node:path'
import { askAndAssess } from '~/corrections/ask-kuroneko.server'
import { createKuroneko, type Kuroneko } from '~/kuroneko/client.server'
import { explainErrorCode } from '~/kuroneko/error-code'
import { isUnknownReason } from '~/kuroneko/inquiry'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { unknownWords } from '~/kuroneko/unknown-words'
import { normaliseOrderNumber } from '~/orders/number'
import { systemClock } from '~/platform/clock'
import { type Config, kuronekoAddress, loadConfig } from '~/platform/config.server'
import type { Database } from '~/platform/database.server'
import { homeHolder } from '~/platform/home.server'
import { createLogger } from '~/platform/log.server'
import type { Evidence } from '~/platform/prisma/client'
import { CommandRefused, type Run, readArgs, type Terminal } from './command'

const help = `npm run mitame -- inquire ORDER [--shop CODE] [--json]

注文の決済状況をクロネコに照会し、結果を記録して表示します。クロネコ側は何も変わりません。
Asks Kuroneko about an order, keeps the answer as evidence and shows it. Changes nothing at Kuroneko.

  --shop    店舗コード（同じ番号が複数の店舗にあるとき）/ the shop's code, where several have the number
  --json    {"orderNumber", "shop", "askedNumber", "askedAt", "attempts", "outcome", "statusInfo", "amount",
             "settledAt", "cancelledAt", "reason", "errorCode", "raw"}

応答を得られなければ終了コードは1です。/ The exit code is 1 where there is no usable answer.
`

const options = {
  shop: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

export type InquireDeps = Terminal & {
  /** Works with the desk's database and its Kuroneko. */
  withDesk<T>(env: Terminal['env'], work: (db: Database, kuroneko: Kuroneko) => Promise<T>): Promise<T>
}

/** `mitame inquire` with everything it depends on. */
export async function inquireCommand(args: string[], deps: InquireDeps): Promise<number> {
  const { values, positionals } = readArgs({ args, options, allowPositionals: true })
  if (values.help) {
    deps.out(help)
    return 0
  }
  const [number, ...others] = positionals
  if (!number || others.length > 0) throw new CommandRefused('引数を確認してください。', help, 2)
  const { order, evidence } = await deps.withDesk(deps.env, async (db, kuroneko) => {
    const order = await oneOrder(db, number, values.shop)
    const asker = { db, kuroneko, actor: null, clock: systemClock, via: 'cli' } as const
    return { order, evidence: await askAndAssess(asker, order.id) }
  })
  if (!evidence) {
    throw new CommandRefused(
      `${order.number} はクロネコのカード決済の注文ではありません。`,
      `${order.number} was not paid by card through Kuroneko.`,
    )
  }
  deps.out(values.json ? `${JSON.stringify(forPrograms(order, evidence), null, 2)}\n` : tell(order, evidence))
  return evidence.outcome === 'unknown' ? 1 : 0
}

export const run: Run = async (args, terminal) => {
  const { withDatabase } = await import('./database.server')
  return inquireCommand(args, {
    ...terminal,
    async withDesk(env, work) {
      const config = await loadConfig(env)
      // Before the database is started, which makes this command the one that runs here.
      const isRunning = (await homeHolder(config.home)) !== null
      return withDatabase(env, (db) => withKuroneko(config, isRunning, (kuroneko) => work(db, kuroneko)))
    },
  })
}

/** The Kuroneko of this desk; its sandbox where no running Mitame has one. */
async function withKuroneko<T>(
  config: Config,
  isRunning: boolean,
  work: (kuroneko: Kuroneko) => Promise<T>,
): Promise<T> {
  if (!config.database && !config.kuronekoUrl && !isRunning) {
    const { openSandboxStore } = await import('~/kuroneko/sandbox/store.server')
    const { withDemoKuroneko } = await import('./demo/kuroneko.server')
    const store = await openSandboxStore(join(config.home, 'sandbox'))
    return withDemoKuroneko(store, (kuronekoAt) => work(kuronekoAt(systemClock)))
  }
  // The command itself says what came of it; standard output belongs to its answer.
  const log = createLogger('silent')
  const kuroneko = createKuroneko({ url: kuronekoAddress(config), clock: systemClock, log })
  try {
    return await work(kuroneko)
  } finally {
    await kuroneko.close()
  }
}

async function oneOrder(db: Database, typed: string, shopCode: string | undefined) {
  const orders = await db.order.findMany({
    where: { number: normaliseOrderNumber(typed), ...(shopCode && { shop: { code: shopCode } }) },
    select: { id: true, number: true, shop: { select: { code: true, name: true } } },
    orderBy: { shop: { code: 'asc' } },
  })
  const [order, ...others] = orders
  if (!order) throw new CommandRefused(`注文 ${typed} はありません。`, `There is no order ${typed}.`)
  if (others.length === 0) return order
  const codes = orders.map(({ shop }) => shop.code).join(', ')
  throw new CommandRefused(
    `注文 ${typed} は複数の店舗にあります。--shop で指定してください: ${codes}`,
    `Several shops have an order ${typed}; --shop names one: ${codes}`,
    2,
  )
}

type Order = Awaited<ReturnType<typeof oneOrder>>

function forPrograms(order: Order, evidence: Evidence) {
  const { askedNumber, askedAt, attempts, outcome, statusInfo, amount } = evidence
  const { settledAt, cancelledAt, reason, errorCode, raw } = evidence
  const question = { orderNumber: order.number, shop: order.shop.code, askedNumber, askedAt, attempts }
  return { ...question, outcome, statusInfo, amount, settledAt, cancelledAt, reason, errorCode, raw }
}

function tell(order: Order, evidence: Evidence): string {
  const rows: [string, string | null][] = [
    ['注文番号', order.number],
    ['店舗', `${order.shop.name} (${order.shop.code})`],
    ['受付番号', evidence.askedNumber],
    ['照会結果', outcomeWords(evidence)],
    ['金額', evidence.amount === null ? null : `${evidence.amount.toLocaleString('ja-JP')}円`],
    ['決済日時', evidence.settledAt?.toISOString() ?? null],
    ['取消日時', evidence.cancelledAt?.toISOString() ?? null],
  ]
  return rows.map(([name, value]) => (value === null ? '' : `${name}: ${value}\n`)).join('')
}

function outcomeWords({ outcome, statusInfo, reason, errorCode }: Evidence): string {
  if (outcome === 'not_found') return '取引なし'
  if (statusInfo !== null) return `${statusInfo} ${statusInfoLabel(statusInfo).ja}`
  const why = reason && isUnknownReason(reason) ? unknownWords[reason].ja : ''
  return `不明 ${why}${errorCode ? ` ${errorCode}: ${explainErrorCode(errorCode).ja}` : ''}`
}
