import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, link, mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { birthOf } from './embedded/process.server'
import { StartRefused } from './refused.server'

/** How long a process may take to end once its starter is gone, in milliseconds. */
const LONGEST_END = 20_000

/** Makes `MITAME_HOME`. As root others may pass through it, for the database runs under another account. */
export async function makeHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    await access(home, constants.W_OK)
  } catch (cause) {
    throw new StartRefused(
      'home_unusable',
      `フォルダー ${home} に書き込めません。MITAME_HOME で別の場所を指定できます。`,
      `The folder ${home} cannot be written to. MITAME_HOME names another place.`,
      { cause },
    )
  }
}

/** Writes a file that only its owner may read, so that a crash leaves either the old or the new content. */
export async function writePrivately(path: string, content: string): Promise<void> {
  const draft = await privateDraft(path, content)
  await rename(draft, path)
}

/** The secret of this home, made on first use. */
export async function keepSecret(home: string): Promise<string> {
  await makeHome(home)
  const path = join(home, 'secret')
  const draft = await privateDraft(path, randomBytes(32).toString('base64url'))
  await linkUnlessThere(draft, path)
  return (await readFile(path, 'utf8')).trim()
}

const life = z.object({ pid: z.number(), birth: z.string() })
/** One particular run of a process: ids are used again, births are not. */
export type Life = z.infer<typeof life>

export function lifeOf(pid: number): Life | null {
  const birth = birthOf(pid)
  return birth === null ? null : { pid, birth }
}

export function isLiving({ pid, birth }: Life): boolean {
  return birthOf(pid) === birth
}

const claim = life.extend({ url: z.string().nullable(), starters: z.array(life) })
type Holder = z.infer<typeof claim>

export type HomeClaim = {
  /** Tells later starts where this one can be reached. */
  announce(url: string): Promise<void>
  release(): Promise<void>
}

/**
 * Claims the home for this process; throws `already_running` while another live process holds it.
 * @param starters processes without which this one ends by itself; a later start then waits for that
 */
export async function claimHome(home: string, starters: Life[] = []): Promise<HomeClaim> {
  await makeHome(home)
  const path = join(home, 'running.json')
  const mine = { ...lifeOf(process.pid), url: null, starters }
  for (let waited = 0; ; waited += 100) {
    const draft = await privateDraft(path, JSON.stringify(mine))
    if (await linkUnlessThere(draft, path)) break
    const holder = (await liveHolder(path)) ?? (await buryStaleClaim(path))
    if (!holder) continue
    if (holder.starters.every(isLiving) || waited > LONGEST_END) throw alreadyRunning(home, holder.url)
    await pause(100)
  }
  return {
    announce: (url) => writePrivately(path, JSON.stringify({ ...mine, url })),
    release: () => rm(path, { force: true }),
  }
}

/** The live process that holds the home, if any; what a killed one left behind does not count. */
export function homeHolder(home: string): Promise<Holder | null> {
  return liveHolder(join(home, 'running.json'))
}

async function liveHolder(path: string): Promise<Holder | null> {
  const parsed = claim.safeParse(parseOrNull(await readFile(path, 'utf8').catch(() => '')))
  if (!parsed.success) return null
  return isLiving(parsed.data) ? parsed.data : null
}

/** A burial takes milliseconds; one that was begun so long ago (ms) was killed in the middle. */
const LONGEST_BURIAL = 5_000

/**
 * Takes a dead claim away, or says whose it is when another start was quicker. One start buries at a time and looks again
 * before it does, so that no living claim is ever away.
 */
async function buryStaleClaim(path: string): Promise<Holder | null> {
  const spade = `${path}.burial`
  try {
    await (await open(spade, 'wx', 0o600)).close()
  } catch {
    const begun = await stat(spade).catch(() => null)
    if (begun && Date.now() - begun.mtimeMs > LONGEST_BURIAL) await rm(spade, { force: true })
    await pause(20)
    return null
  }
  try {
    const quicker = await liveHolder(path)
    if (!quicker) await rm(path, { force: true })
    return quicker
  } finally {
    await rm(spade, { force: true })
  }
}

function alreadyRunning(home: string, url: string | null): StartRefused {
  return new StartRefused(
    'already_running',
    url ? `Mitame はすでに動いています: ${url}` : 'Mitame は別の画面で起動中です。',
    `${url ? `Mitame already runs at ${url}` : 'Another start of Mitame is under way'} (MITAME_HOME ${home}).`,
  )
}

async function privateDraft(path: string, content: string): Promise<string> {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  return draft
}

/** Gives the draft its name unless the name is taken; says whether it did. The draft is gone either way. */
async function linkUnlessThere(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** A home for one test run or one command; the caller removes it. */
export async function makeTemporaryHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'mitame-'))
  // Made with 0700; the account of a database started by root has to pass.
  await chmod(home, 0o711)
  return home
}

function parseOrNull(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
