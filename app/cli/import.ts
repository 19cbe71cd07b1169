import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { matchWaiting } from '~/corrections/match.server'
import { i18nFor, type Translator } from '~/i18n/translator.server'
import { encodings } from '~/orders/import/fields'
import { importFile } from '~/orders/import/import.server'
import type { ImportRefused, ImportReport } from '~/orders/import/report'
import { problemWord } from '~/orders/import/row'
import { systemClock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import { CommandRefused, type Run, readArgs, type Terminal } from './command'

const help = `npm run mitame -- import FILE --shop CODE [--dry-run] [--encoding E] [--json]

受注CSVを取り込みます。/ Imports a CSV of orders.

  --shop      店舗コード / the shop's code
  --dry-run   何も書き込まず、結果だけを表示する / writes nothing, reports the same
  --encoding  ${encodings.join(' | ')}（省略時は自動判別 / detected unless told）
  --json      {"ok", "counts", "lines", …}
`

const options = {
  shop: { type: 'string' },
  'dry-run': { type: 'boolean' },
  encoding: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

export type ImportDeps = Terminal & {
  withDatabase<T>(env: Terminal['env'], work: (db: Database) => Promise<T>): Promise<T>
}

/** `mitame import` with everything it depends on. Exit code 1 when the file, or any order of it, was refused. */
export async function importCommand(args: string[], deps: ImportDeps): Promise<number> {
  const { values, positionals } = readArgs({ args, options, allowPositionals: true })
  if (values.help) {
    deps.out(help)
    return 0
  }
  const [file, ...others] = positionals
  const encoding = encodings.find((name) => name === values.encoding)
  if (!file || others.length > 0 || !values.shop || (values.encoding && !encoding)) {
    throw new CommandRefused('引数を確認してください。', help, 2)
  }
  await access(file).catch(() => {
    throw new CommandRefused(`${file} を読めません。`, `${file} cannot be read.`)
  })
  const { shop: code } = values
  const dryRun = values['dry-run'] ?? false
  const { report, matched } = await deps.withDatabase(deps.env, async (db) => {
    const importer = { db, now: () => new Date(), shopId: await shopId(db, code), actor: null, via: 'cli' }
    const report = await importFile(importer, {
      stream: createReadStream(file),
      filename: basename(file),
      encoding,
      dryRun,
    })
    if (!report.ok || dryRun) return { report, matched: [] }
    const by = { db, actor: null, clock: systemClock, via: 'cli' } as const
    return { report, matched: await matchWaiting(by, importer.shopId) }
  })
  const t = i18nFor('ja').getFixedT(null, null)
  deps.out(values.json ? `${JSON.stringify({ ...report, matched })}\n` : tell(report, matched, t))
  return report.ok && report.counts.refused === 0 && !report.stopped ? 0 : 1
}

export const run: Run = async (args, terminal) => {
  const { withDatabase } = await import('./database.server')
  return importCommand(args, { ...terminal, withDatabase })
}

async function shopId(db: Database, code: string): Promise<string> {
  const shop = await db.shop.findUnique({ where: { code }, select: { id: true } })
  if (shop) return shop.id
  throw new CommandRefused(`店舗 ${code} はありません。`, `There is no shop ${code}.`)
}

function tell(result: ImportReport | ImportRefused, matched: string[], t: Translator): string {
  if (!result.ok) return `${refusalText(result, t)}\n`
  const problems = result.lines.flatMap(({ problems }) =>
    problems.map((problem) => {
      const { row, field, read, expected } = problem
      const place = field
        ? t('orders:import.problemAt', {
            row,
            column: result.mapping[field] ?? t(`orders:import.field.${field}`),
          })
        : t('orders:import.problemIn', { row })
      return `${place} ${t(`orders:import.problem.${problemWord(problem)}`, { read, expected: expected ?? '' })}`
    }),
  )
  const { stopped, counts } = result
  const stop = stopped ? [t(`orders:import.stopped.${stopped.reason}`, { line: stopped.line })] : []
  const kinds = (['new', 'changed', 'unchanged', 'refused'] as const).map(
    (kind) => `${t(`orders:import.outcome.${kind}`)} ${counts[kind]}`,
  )
  const found = matched.length > 0 ? [t('orders:import.matched', { references: matched.join(', ') })] : []
  return [...problems, ...stop, kinds.join('、'), ...found, ''].join('\n')
}

function refusalText(result: ImportRefused, t: Translator): string {
  const columns =
    result.refusal === 'missing_columns'
      ? result.fields.map((field) => t(`orders:import.field.${field}`))
      : result.refusal === 'ambiguous_columns'
        ? result.ambiguous
        : []
  const line = result.refusal === 'not_csv' ? result.line : 0
  return t(`orders:import.refusal.${result.refusal}`, { line, columns: columns.join('、') })
}
