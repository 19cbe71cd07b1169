import { toBase64 } from '~/audit/seal/bytes'
import { latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { consistencyProof } from '~/audit/seal/tree.server'
import type { Database } from '~/platform/database.server'
import { CommandRefused, type Run, readArgs, type Terminal } from './command'

const checkpointHelp = `npm run mitame -- audit checkpoint [--json]

監査ログの最新のチェックポイント（署名した木の根）を表示します。別の場所に保管してください。
Prints the audit log's newest checkpoint, a signed note (C2SP tlog-checkpoint). Keep it somewhere else.

  --json    {"origin", "size", "root", "at", "note"}
`

const consistencyHelp = `npm run mitame -- audit consistency FROM TO [--json]

先頭から FROM 件の木が TO 件の木の始まりであることの証明を、1行に1つのハッシュ（Base64）で表示します。
Prints the proof that the tree of the first FROM events is the beginning of that of TO, a hash in Base64 on each line.

  --json    {"from", "to", "proof": ["…"]}
`

const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const

export type LogDeps = Terminal & {
  withDatabase<T>(env: Terminal['env'], work: (db: Database) => Promise<T>): Promise<T>
}

/** `mitame audit checkpoint` with everything it depends on. */
export async function auditCheckpoint(args: string[], deps: LogDeps): Promise<number> {
  const { values } = readArgs({ args, options })
  if (values.help) {
    deps.out(checkpointHelp)
    return 0
  }
  const newest = await deps.withDatabase(deps.env, latestCheckpoint)
  if (!newest) {
    throw new CommandRefused('まだ何も封印されていません。', 'Nothing has been sealed yet.')
  }
  const { size, root, at, note } = newest
  const [origin] = note.split('\n', 1)
  deps.out(values.json ? `${JSON.stringify({ origin, size, root: toBase64(root), at, note })}\n` : note)
  return 0
}

/** `mitame audit consistency` with everything it depends on. */
export async function auditConsistency(args: string[], deps: LogDeps): Promise<number> {
  const { values, positionals } = readArgs({ args, options, allowPositionals: true })
  if (values.help) {
    deps.out(consistencyHelp)
    return 0
  }
  const [from, to] = positionals.map((text) => (/^\d{1,10}$/.test(text) ? Number(text) : null))
  if (from == null || to == null || positionals.length !== 2 || from > to) {
    throw new CommandRefused(
      'FROM と TO に件数を小さい順に指定してください。',
      'FROM and TO must be numbers of events, the smaller one first.',
      2,
    )
  }
  const proof = await deps.withDatabase(deps.env, async (db) => {
    const size = (await latestCheckpoint(db))?.size ?? 0
    if (to > size) {
      throw new CommandRefused(`封印された記録は ${size} 件です。`, `There are ${size} sealed events.`)
    }
    return (await consistencyProof(db, from, to)).map(toBase64)
  })
  deps.out(
    values.json ? `${JSON.stringify({ from, to, proof })}\n` : proof.map((line) => `${line}\n`).join(''),
  )
  return 0
}

/** `mitame audit checkpoint` */
export const checkpoint: Run = async (args, terminal) => auditCheckpoint(args, await onDatabase(terminal))

/** `mitame audit consistency` */
export const consistency: Run = async (args, terminal) => auditConsistency(args, await onDatabase(terminal))

async function onDatabase(terminal: Terminal): Promise<LogDeps> {
  const { withDatabase } = await import('./database.server')
  return { ...terminal, withDatabase }
}
