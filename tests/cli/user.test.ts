import { afterAll, describe, expect, it } from 'vitest'
import { mitame } from '~/cli/mitame'
import { userCreate } from '~/cli/user'
import { createShop } from '~/shops/create.server'
import { browserOn } from '../staff/browser-session'
import { openTestDatabase } from '../staff/database'
import { terminal } from './terminal'

const { db, close } = await openTestDatabase()
afterAll(close)

function create(line: string[], input?: string) {
  const screen = terminal(input)
  const result = userCreate(line, { ...screen, withDatabase: (_env, work) => work(db) })
  return { result, written: screen.written }
}

const admin = ['--email', 'Kanri@Mitame.test', '--name', '管理 一郎', '--role', 'admin', '--json']

describe('mitame user create', () => {
  it('makes a password, says it once, and it works', async () => {
    const { result, written } = create(admin)
    expect(await result).toBe(0)
    const said = JSON.parse(written.out)
    expect(said).toMatchObject({ email: 'kanri@mitame.test', role: 'admin', shop: null })
    const browser = browserOn(db)
    expect(await browser.signIn('kanri@mitame.test', said.password)).toMatchObject({ ok: true })
    expect((await browser.whoami()).actor).toMatchObject({ name: '管理 一郎', role: 'admin' })

    await expect(create(admin).result).rejects.toMatchObject({ exitCode: 1 })
  })

  it('reads a password from standard input and does not repeat it', async () => {
    const shopId = await createShop(db, { code: 'tenpo', name: '店', traderCode: '1', carrierSetting: 'any' })
    const line = [
      '--email',
      't@mitame.test',
      '--name',
      '店',
      '--role',
      'merchant',
      '--shop',
      'tenpo',
      '--password',
      '-',
    ]
    const { result, written } = create(line, 'from-the-pipe\n')
    expect(await result).toBe(0)
    expect(written.out).not.toContain('from-the-pipe')
    const browser = browserOn(db)
    await browser.signIn('t@mitame.test', 'from-the-pipe')
    expect((await browser.whoami()).actor).toMatchObject({ role: 'merchant', shopId })
  })

  it.each([
    ['no options', [], 2],
    ['an unknown option', ['--admin'], 2],
    ['an unknown role', ['--email', 'a@b.test', '--name', 'a', '--role', 'boss'], 2],
    ['a merchant without a shop', ['--email', 'a@b.test', '--name', 'a', '--role', 'merchant'], 2],
    ['an agent with a shop', ['--email', 'a@b.test', '--name', 'a', '--role', 'agent', '--shop', 'tenpo'], 2],
    ['a short password', ['--email', 'a@b.test', '--name', 'a', '--role', 'agent', '--password', 'short'], 2],
    ['an unknown shop', ['--email', 'a@b.test', '--name', 'a', '--role', 'merchant', '--shop', 'nix'], 1],
  ])('refuses %s', async (_, line, exitCode) => {
    await expect(create(line).result).rejects.toMatchObject({ name: 'CommandRefused', exitCode })
    expect(await db.user.findUnique({ where: { email: 'a@b.test' } })).toBeNull()
  })
})

describe('mitame', () => {
  it('lists its commands', async () => {
    const screen = terminal()
    expect(await mitame(['--help'], screen)).toBe(0)
    expect(screen.written.out).toContain('user create')
  })

  it('complains on standard error about what it does not know', async () => {
    const screen = terminal()
    expect(await mitame(['user', 'destroy'], screen)).toBe(2)
    expect(screen.written).toMatchObject({ out: '', err: expect.stringContaining('no such command') })
  })
})
