import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { cutBy } from '~/audit/export/ends'
import { beginExport } from '~/audit/export/export.server'
import { exportFormats } from '~/audit/export/formats'
import type { Ending } from '~/audit/export/record.server'
import { codePoint } from '~/audit/export/unfit'
import type { Sealing } from '~/audit/seal/sealer.server'
import { type AuditFilter, filterFields, readFilter } from '~/audit/search/filter'
import { paymentLabels, shippingLabels } from '~/orders/statuses'
import { systemClock } from '~/platform/clock'
import { loadConfig } from '~/platform/config.server'
import type { Actor } from '~/staff/desk.server'
import { CommandRefused, type Run, readArgs, type Terminal } from './command'

/** At a terminal an order's number is `--order`. */
const optionOf = (field: string) => (field === 'number' ? 'order' : field)

const help = `npm run mitame -- audit export --format csv|csv-sjis|jsonl [--from DAY] [--to DAY] [--shop CODE]
                               [--order P…] [--FIELD VALUE]… [--out FILE]

監査ログを書き出します。書き出したことも記録されます。--out がなければ標準出力に書きます。
Exports the audit log; that is recorded as well. Without --out it goes to standard output.

  --FIELD   監査ログの検索のアドレスと同じ項目 / as in the address of the audit log's search:
            ${filterFields.map(optionOf).join(', ')}
`

const fieldOptions = Object.fromEntries(
  filterFields.map((field) => [optionOf(field), { type: 'string', multiple: true } as const]),
)
const options = {
  ...fieldOptions,
  format: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean' },
} as const

export type AuditExportDeps = Terminal & {
  withSealing<T>(env: Terminal['env'], work: (sealing: Sealing) => Promise<T>): Promise<T>
  /** Where the bytes go; null for standard output. */
  open(file: string | null): Writable
}

/** `mitame audit export` with everything it depends on. */
export async function auditExport(args: string[], deps: AuditExportDeps): Promise<number> {
  const { values } = readArgs({ args, options })
  if (values.help) {
    deps.out(help)
    return 0
  }
  const format = exportFormats.find((each) => each === values.format)
  if (!format) {
    throw new CommandRefused(
      '--format で形式を指定してください。',
      `--format is one of ${exportFormats.join(', ')}.`,
      2,
    )
  }
  const filter = filterOf(values)
  return deps.withSealing(deps.env, async ({ db, clock, ...sealing }) => {
    const labels = { payment: paymentLabels, shipping: shippingLabels }
    const desk = { actor: machine, db, clock, via: 'cli' } as const
    const begun = await beginExport({ desk, by: null, sealing, labels }, { filter, format })
    if (!begun.ok) {
      throw new CommandRefused(
        '証明を作れません。audit verify で確認してください。',
        'No proofs can be made; see audit verify.',
      )
    }
    const target = deps.open(values.out ?? null)
    try {
      await pipeline(
        Readable.from(
          begun.bytes(async () => {}),
          { objectMode: false },
        ),
        target,
        {
          end: values.out !== undefined,
        },
      )
    } catch (error) {
      // Whoever read it has seen enough, as `head` does; that is recorded, and all.
      if (cutBy(error) !== 'client_gone') throw error
      await begun.ended
      return 1
    }
    deps.err(announce(await begun.ended))
    return 0
  })
}

/** Whoever is at the machine may see all of it; the log names nobody. */
const machine: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '',
  email: '',
  role: 'admin',
  shopId: null,
}

function filterOf(values: Record<string, unknown>): AuditFilter {
  const query = new URLSearchParams()
  for (const field of filterFields) {
    const given = values[optionOf(field)]
    for (const value of Array.isArray(given) ? given : []) query.append(field, String(value))
  }
  const { filter, problems } = readFilter(query)
  const [wrong] = Object.keys(problems)
  if (wrong === undefined) return filter
  const option = optionOf(wrong)
  throw new CommandRefused(`--${option} の値を確認してください。`, `--${option} has no such value.`, 2)
}

function announce({ rows, unfit }: Ending): string {
  const lines = [`${rows}件を書き出しました。 / ${rows} events exported.`]
  if (unfit) {
    lines.push(`Shift_JIS にない文字 ${unfit.count}か所 / ${unfit.count} characters that Shift_JIS lacks:`)
    for (const { character, count, row, column } of unfit.characters) {
      lines.push(`  ${codePoint(character)} ${character} ×${count} (${row}: ${column})`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** `mitame audit export` */
export const run: Run = async (args, terminal) => {
  const { withDatabase } = await import('./database.server')
  return auditExport(args, {
    ...terminal,
    open: (file) => (file === null ? standardOutput() : createWriteStream(file)),
    async withSealing(env, work) {
      const { secret, audit } = await loadConfig(env)
      return withDatabase(env, (db) => work({ db, clock: systemClock, secret, origin: audit.origin }))
    },
  })
}

function standardOutput(): Writable {
  // A broken pipe is told twice: to the pipeline, and once it has let go.
  return process.stdout.on('error', () => {})
}
