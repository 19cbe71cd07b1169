import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSandboxStore } from '~/kuroneko/sandbox/store.server'
import { aTransaction, number, trader } from '../sandbox'

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'mitame-store-')), 'sandbox')
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

test('what was stored is there when it is opened again, each trader’s apart', async () => {
  const store = await openSandboxStore(folder)
  const stored = [
    aTransaction(),
    aTransaction({ traderCode: '888000002' }),
    aTransaction({ orderNo: '../<>:*/' }),
  ]
  expect(await store.add(stored)).toBe(3)
  await store.put(aTransaction({ statusInfo: 40 }))
  const again = await openSandboxStore(folder)
  expect(again.all()).toHaveLength(3)
  expect(again.get(trader, number)?.statusInfo).toBe(40)
  expect(again.get('888000002', number)?.statusInfo).toBe(4)
  expect(again.get(trader, '../<>:*/')).toEqual(stored[2])
})

test('seeding again changes nothing', async () => {
  const store = await openSandboxStore(folder)
  await store.add([aTransaction({ statusInfo: 31 })])
  expect(await store.add([aTransaction(), aTransaction({ orderNo: 'P2' })])).toBe(1)
  expect(store.get(trader, number)?.statusInfo).toBe(31)
})

test('the last of many changes at once is the one that stays', async () => {
  const store = await openSandboxStore(folder)
  await Promise.all([1, 2, 3, 4, 5].map((amount) => store.put(aTransaction({ amount }))))
  expect((await openSandboxStore(folder)).get(trader, number)?.amount).toBe(5)
})

test('a killed process leaves every transaction whole, as it last said or newer', async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/kuroneko/sandbox/killed-writer.ts', folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    if (said.split('\n').length > 20) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  const last = Math.max(...said.split('\n').map(Number))
  const store = await openSandboxStore(folder)
  expect(store.get(trader, number)?.amount).toBeGreaterThanOrEqual(last)
})

test('what a killed process had not finished is cleared away', async () => {
  const store = await openSandboxStore(folder)
  await store.put(aTransaction())
  const [name, cards] = (await readdir(folder)).sort()
  await writeFile(join(folder, `${name}.123-abcd`), '{"half')
  expect((await openSandboxStore(folder)).all()).toHaveLength(1)
  expect((await readdir(folder)).sort()).toEqual([name, cards])
})
