import { parseArgs } from 'node:util'
import type { Config } from '~/platform/config.server'
import { StartRefused } from '~/platform/refused.server'

/** What one process of a desk does: it serves pages, works the jobs, or, by itself, both. */
export type ProcessRole = 'all' | 'web' | 'worker'

/** Reads `--role=web` or `--role=worker`. Throws `StartRefused` for anything else. */
export function roleOf(words: string[], config: Pick<Config, 'database'>): ProcessRole {
  const role = asked(words)
  if (role === undefined) return 'all'
  if (role !== 'web' && role !== 'worker') throw unknownWords(words)
  if (!config.database) {
    throw new StartRefused(
      'config',
      `--role=${role} には DATABASE_URL が必要です。組み込みのデータベースは一つのプロセスだけのものです。`,
      `--role=${role} needs DATABASE_URL: the embedded database belongs to one process.`,
    )
  }
  return role
}

function asked(words: string[]): string | undefined {
  try {
    return parseArgs({ args: words, options: { role: { type: 'string' } } }).values.role
  } catch {
    throw unknownWords(words)
  }
}

function unknownWords(words: string[]): StartRefused {
  return new StartRefused(
    'config',
    `起動の指定 ${words.join(' ')} がわかりません。使えるのは --role=web と --role=worker です。`,
    `Unknown: ${words.join(' ')}. There are --role=web and --role=worker.`,
  )
}
