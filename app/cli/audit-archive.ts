import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ArchiveRefusal } from '~/audit/archive/archive.server'
import { parseMonth } from '~/audit/archive/month'
import type { RestoreRefusal } from '~/audit/archive/restore.server'
import type { Clock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import { CommandRefused, type Run, readArgs, type Terminal } from './command'

const archiveHelp = `npm run mitame -- audit archive YYYY-MM --to DIR [--even-younger] [--json]

1か月分の監査ログを証明とともに1つのファイルに移し、読み返して照合したうえで、データベースから外します。
人が書いた文章はデータベースに残ります。終わってから12か月以上たち、すべて封印された月だけが対象です。
Moves a month of the audit log into one file with its proofs, reads it back, and takes it out of the database. What
people wrote stays in the database. Only months that are sealed and have been over for 12 months.

  --even-younger   終わった月ならいつでも / any month that is over
`

const restoreHelp = `npm run mitame -- audit restore FILE [--json]

保管した月を、書き換えられていないことを確かめたうえで、監査ログに読み戻します。
Reads an archived month back into the audit log, if nobody has altered it.
`

export type ArchiveDeps = Terminal & {
  clock: Clock
  withOwner<T>(env: Terminal['env'], work: (db: Database) => Promise<T>): Promise<T>
}

/** `mitame audit archive` with everything it depends on. */
export async function auditArchive(args: string[], deps: ArchiveDeps): Promise<number> {
  const { values, positionals } = readArgs({ args, allowPositionals: true, options: archiveOptions })
  if (values.help) {
    deps.out(archiveHelp)
    return 0
  }
  const month = parseMonth(positionals[0] ?? '')
  if (!month || positionals.length !== 1) {
    throw new CommandRefused('月を YYYY-MM の形で指定してください。', 'Give the month as YYYY-MM.', 2)
  }
  if (!values.to)
    throw new CommandRefused('--to で保存先のフォルダーを指定してください。', '--to DIR is missing.', 2)
  const folder = resolve(values.to)
  if (!(await isFolder(folder)))
    throw new CommandRefused(`フォルダーがありません: ${folder}`, 'There is no such folder.')
  const { archiveMonth } = await import('~/audit/archive/archive.server')
  const evenYounger = values['even-younger'] ?? false
  const { clock } = deps
  const answer = await deps.withOwner(deps.env, (db) =>
    archiveMonth({ db, clock, month, folder, evenYounger }),
  )
  if (!answer.ok) throw refused(archiveRefusals[answer.refusal], answer.detail)
  const { ok, ...archived } = answer
  const words = `${month} の記録 ${archived.events}件を ${archived.file} に移しました。\nMoved ${archived.events} events. SHA-256: ${archived.sha256}\n`
  deps.out(values.json ? `${JSON.stringify({ month, ...archived })}\n` : words)
  return 0
}

/** `mitame audit restore` with everything it depends on. */
export async function auditRestore(args: string[], deps: ArchiveDeps): Promise<number> {
  const { values, positionals } = readArgs({ args, allowPositionals: true, options: restoreOptions })
  if (values.help) {
    deps.out(restoreHelp)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length !== 1) {
    throw new CommandRefused('ファイルを1つ指定してください。', 'Give one file.', 2)
  }
  if (!(await stat(file).catch(() => null))?.isFile()) {
    throw new CommandRefused(`ファイルがありません: ${file}`, 'There is no such file.')
  }
  const { restoreMonth } = await import('~/audit/archive/restore.server')
  const answer = await deps.withOwner(deps.env, (db) => restoreMonth({ db, clock: deps.clock, file }))
  if (!answer.ok) throw refused(restoreRefusals[answer.refusal], answer.detail)
  const { month, events } = answer
  const words = `${month} の記録 ${events}件を読み戻しました。\nRestored ${events} events of ${month}.\n`
  deps.out(values.json ? `${JSON.stringify({ month, events })}\n` : words)
  return 0
}

export const archive: Run = async (args, terminal) => auditArchive(args, await depsOf(terminal))
export const restore: Run = async (args, terminal) => auditRestore(args, await depsOf(terminal))

async function depsOf(terminal: Terminal): Promise<ArchiveDeps> {
  const { withOwner } = await import('./database.server')
  const { systemClock } = await import('~/platform/clock')
  return { ...terminal, clock: systemClock, withOwner }
}

const flag = { type: 'boolean' } as const
const archiveOptions = { to: { type: 'string' }, 'even-younger': flag, json: flag, help: flag } as const
const restoreOptions = { json: flag, help: flag } as const

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() ?? false
}

type Words = [japanese: string, english: string]

const archiveRefusals: Record<ArchiveRefusal, Words> = {
  too_young: [
    '終わっていない月と、終わってから12か月たっていない月は保管できません。',
    'The month is not over, or not for 12 months yet.',
  ],
  already_archived: ['この月は保管済みです。', 'The month is archived already.'],
  empty: ['この月の記録はありません。', 'The month has no events.'],
  unsealed: [
    '封印されていない記録があります。封印が済んでからやり直してください。',
    'Some events are not sealed yet.',
  ],
  faulty: [
    '記録に不整合があります。audit verify で確認してください。',
    'The records are not as they should be; see audit verify.',
  ],
  changed: ['途中で記録が増えました。やり直してください。', 'Events were added meanwhile; try again.'],
  busy: ['監査ログが使用中です。時間をおいてやり直してください。', 'The log is in use; try again later.'],
}

const restoreRefusals: Record<RestoreRefusal, Words> = {
  unknown_file: [
    'このファイルは保管したものと一致しないか、すでに読み戻されています。',
    'The file is none that was archived, was altered, or is restored already.',
  ],
  broken_file: ['ファイルの内容が記録と一致しません。', 'What is in the file is not what was recorded.'],
  busy: archiveRefusals.busy,
}

function refused([japanese, english]: Words, detail?: string): CommandRefused {
  return new CommandRefused(japanese, detail ? `${english} (${detail})` : english)
}
