import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimHome, homeHolder, lifeOf, makeTemporaryHome } from '~/platform/home.server'

let home: string
beforeEach(async () => {
  home = await makeTemporaryHome()
})
afterEach(() => rm(home, { recursive: true }))

const write = (claim: object) => writeFile(join(home, 'running.json'), JSON.stringify(claim))

test('a claimed home says to the next where Mitame runs', async () => {
  const claim = await claimHome(home)
  await expect(claimHome(home)).rejects.toMatchObject({ reason: 'already_running' })
  await claim.announce('http://127.0.0.1:3000')
  await expect(claimHome(home)).rejects.toThrow('Mitame already runs at http://127.0.0.1:3000')
  await claim.release()
  await (await claimHome(home)).release()
  expect(await readdir(home)).toEqual([])
})

test('what a killed process left does not hold the home, even when its id is used again', async () => {
  await write({ pid: process.pid, birth: 'long ago', url: null, starters: [] })
  expect(await homeHolder(home)).toBeNull()
  const claim = await claimHome(home)
  expect(await homeHolder(home)).toMatchObject({ pid: process.pid })
  await claim.release()
})

test('an unreadable claim does not hold the home', async () => {
  await writeFile(join(home, 'running.json'), '{"pid":')
  await (await claimHome(home)).release()
})

test('of many starts at once one gets the home', async () => {
  await write({ pid: process.pid, birth: 'long ago', url: null, starters: [] })
  const claims = await Promise.allSettled(Array.from({ length: 8 }, () => claimHome(home)))
  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a start waits for one that is ending because its starter is gone', async () => {
  const holder = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  await once(holder, 'spawn')
  const starter = { pid: process.pid, birth: 'long ago' }
  await write({ ...lifeOf(holder.pid ?? 0), url: null, starters: [starter] })
  const claimed = claimHome(home)
  holder.stdin.end()
  await (await claimed).release()
})
