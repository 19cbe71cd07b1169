import { CommandRefused, type Run, readArgs, type Terminal } from '../command'
import type { Made } from './history/generate.server'

const help = `npm run mitame -- dev history --events N [--months 12] [--seed S] [--yes] [--json]

開発と測定のために、もっともらしい過去（注文、依頼、監査ログ）を作ります。実際の業務のデータベースには使わないでください。
Makes up a realistic past (orders, requests, audit log) for development and measurements. Not for a desk at work.

  --events  監査ログの件数 / events in the audit log, at least 100
  --months  さかのぼる月数（12）/ months back from now
  --seed    同じ種からは同じ過去ができます / the same seed makes the same past
  --yes     DATABASE_URL のデータベースや、依頼のあるデータベースでも実行する
            go on with a database of DATABASE_URL, or one with requests
  --json    {"events", "words", "orders", "requests", "shops", "seconds", "sealed"}
`

const options = {
  events: { type: 'string' },
  months: { type: 'string', default: '12' },
  seed: { type: 'string', default: 'mitame' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

export type Wanted = { events: number; months: number; seed: string }

export type MadeAndSealed = Made & { sealed: number }

export type DevHistoryDeps = Terminal & {
  /** Whether somebody watches standard error. */
  watched: boolean
  /** Throws `CommandRefused` where a made-up past would do harm, unless `sure`. */
  make(wanted: Wanted, sure: boolean, onProgress: (written: number) => void): Promise<MadeAndSealed>
}

/** `mitame dev history` with everything it depends on. */
export async function devHistory(args: string[], deps: DevHistoryDeps): Promise<number> {
  const { values } = readArgs({ args, options })
  if (values.help) {
    deps.out(help)
    return 0
  }
  const events = wholeNumber('--events', values.events, 100)
  const months = wholeNumber('--months', values.months, 1)
  const onProgress = (written: number) => {
    if (deps.watched) deps.err(`\r記録 / events ${written} / ${events} `)
  }
  const made = await deps.make({ events, months, seed: values.seed }, values.yes === true, onProgress)
  deps.out(values.json ? `${JSON.stringify(made)}\n` : announce(made))
  return 0
}

export const run: Run = async (args, terminal) => {
  const { makeWithConfig } = await import('./make.server')
  const make: DevHistoryDeps['make'] = (wanted, sure, onProgress) =>
    makeWithConfig(terminal.env, wanted, sure, onProgress)
  return devHistory(args, { ...terminal, make, watched: process.stderr.isTTY })
}

function wholeNumber(option: string, typed: string | undefined, least: number): number {
  const number = Number(typed)
  if (Number.isSafeInteger(number) && number >= least) return number
  throw new CommandRefused(
    `${option} には${least}以上の整数を指定してください。`,
    `${option} must be a whole number from ${least}.`,
    2,
  )
}

function announce({ events, orders, requests, shops, seconds, sealed }: MadeAndSealed): string {
  const speed = Math.round(events / seconds)
  return (
    `店舗${shops}、注文${orders}件、依頼${requests}件、記録${events}件を${seconds.toFixed(1)}秒で作り、${sealed}件を封印しました。\n` +
    `Made ${events} events of ${orders} orders and ${requests} requests in ${shops} shops (${speed} events per second); ${sealed} events sealed.\n`
  )
}
