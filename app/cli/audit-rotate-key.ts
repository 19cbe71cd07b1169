import { overlapDays } from '~/audit/seal/keys.server'
import { formatVkey } from '~/audit/seal/note'
import { rotateLogKey, type Sealing } from '~/audit/seal/sealer.server'
import { systemClock } from '~/platform/clock'
import { loadConfig } from '~/platform/config.server'
import { type Run, readArgs, type Terminal } from './command'

const help = `npm run mitame -- audit rotate-key [--json]

監査ログの署名鍵を新しく作ります。次のチェックポイントから署名し、これまでの鍵も${overlapDays}日間は並べて署名します。
Makes a new key that signs the audit log from the next checkpoint on; the present one signs beside it for ${overlapDays} days.

  --json    {"vkey"}
`

const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const

export type RotateDeps = Terminal & {
  withSealing<T>(env: Terminal['env'], work: (sealing: Sealing) => Promise<T>): Promise<T>
}

/** `mitame audit rotate-key` with everything it depends on. */
export async function auditRotateKey(args: string[], deps: RotateDeps): Promise<number> {
  const { values } = readArgs({ args, options })
  if (values.help) {
    deps.out(help)
    return 0
  }
  const { keys } = await deps.withSealing(deps.env, rotateLogKey)
  const vkey = keys.at(-1)?.verifier
  if (!vkey) throw new Error('a key that was made is not there')
  deps.out(values.json ? `${JSON.stringify({ vkey: formatVkey(vkey) })}\n` : `${formatVkey(vkey)}\n`)
  return 0
}

/** `mitame audit rotate-key` */
export const run: Run = async (args, terminal) => {
  const { withDatabase } = await import('./database.server')
  return auditRotateKey(args, {
    ...terminal,
    async withSealing(env, work) {
      const { secret, audit } = await loadConfig(env)
      return withDatabase(env, (db) => work({ db, clock: systemClock, secret, origin: audit.origin }))
    },
  })
}
