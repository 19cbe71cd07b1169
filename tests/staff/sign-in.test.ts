import { afterAll, describe, expect, it } from 'vitest'
import { createShop } from '~/shops/create.server'
import { attemptsPerAccount } from '~/staff/attempts.server'
import { callAuth } from '~/staff/call.server'
import { signOut } from '~/staff/sign-in.server'
import { aUser, browserOn, password } from './browser-session'
import { openTestDatabase } from './database'

const { db, close } = await openTestDatabase()
afterAll(close)

describe('signing in', () => {
  it('knows the person by the cookie afterwards, and no longer after signing out', async () => {
    const user = await aUser(db, { role: 'lead', name: '責任 太郎' })
    const browser = browserOn(db)
    expect(await browser.signIn(user.email)).toMatchObject({ ok: true, needsCode: false })
    expect((await browser.whoami()).actor).toEqual({
      id: user.id,
      name: '責任 太郎',
      email: user.email,
      role: 'lead',
      shopId: null,
    })
    const before = new Map(browser.jar)
    browser.keep(await signOut(browser))
    expect(browser.jar.size).toBe(0)
    for (const [name, value] of before) browser.jar.set(name, value)
    expect((await browser.whoami()).actor).toBeNull()
  })

  it('gives a cookie that scripts and other sites cannot use', async () => {
    const user = await aUser(db)
    const result = await browserOn(db).signIn(user.email)
    expect(result.ok && result.cookies.join()).toMatch(
      /session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax/,
    )
  })

  it('takes the address in any case', async () => {
    const user = await aUser(db)
    expect(await browserOn(db).signIn(user.email.toUpperCase())).toMatchObject({ ok: true })
  })

  it('lets a merchant act for the own shop, and for none once the membership is gone', async () => {
    const shopId = await createShop(db, {
      code: `s-${Date.now()}`,
      name: '店',
      traderCode: '1',
      carrierSetting: 'any',
    })
    const user = await aUser(db, { role: 'merchant', shopId })
    const browser = browserOn(db)
    await browser.signIn(user.email)
    expect((await browser.whoami()).actor).toMatchObject({ role: 'merchant', shopId })
    await db.member.deleteMany({ where: { userId: user.id } })
    expect((await browser.whoami()).actor).toMatchObject({ role: 'merchant', shopId: null })
  })

  it('answers an unknown address, a wrong password and no address at all alike', async () => {
    const user = await aUser(db)
    const refused = { ok: false, refusal: 'wrong' }
    expect(await browserOn(db).signIn(user.email, 'not-the-password')).toEqual(refused)
    expect(await browserOn(db).signIn('nobody@mitame.test')).toEqual(refused)
    expect(await browserOn(db).signIn('nobody')).toEqual(refused)
    expect(await browserOn(db).signIn(user.email, 'x'.repeat(10_000))).toEqual(refused)
  })

  it('ends after twelve hours without use, and is prolonged by use', async () => {
    const user = await aUser(db)
    const browser = browserOn(db)
    await browser.signIn(user.email)
    const inFiveHours = new Date(Date.now() + 5 * 3_600_000)
    await db.session.updateMany({ where: { userId: user.id }, data: { expiresAt: inFiveHours } })
    expect((await browser.whoami()).cookies.join()).toContain('Max-Age=43200')
    const { expiresAt } = await db.session.findFirstOrThrow({ where: { userId: user.id } })
    expect(expiresAt.getTime()).toBeGreaterThan(inFiveHours.getTime())

    await db.session.updateMany({ where: { userId: user.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    const lapsed = await browser.whoami()
    expect(lapsed.actor).toBeNull()
    expect(lapsed.cookies.join()).toContain('Max-Age=0')
  })

  it('refuses a cookie that was tampered with', async () => {
    const user = await aUser(db)
    const browser = browserOn(db)
    await browser.signIn(user.email)
    const { token } = await db.session.findFirstOrThrow({ where: { userId: user.id } })
    browser.jar.set('mitame.session_token', token)
    expect((await browser.whoami()).actor).toBeNull()
  })
})

/** As if so many attempts had been counted already. */
async function counted(keyStart: string, count: number) {
  const { count: rows } = await db.rateLimit.updateMany({
    where: { key: { startsWith: keyStart } },
    data: { count },
  })
  expect(rows).toBeGreaterThan(0)
}

describe('too many attempts', () => {
  it('from one address have to wait, even with the right password, while others need not', async () => {
    const user = await aUser(db)
    const browser = browserOn(db)
    expect(await browser.signIn('nobody@mitame.test')).toMatchObject({ refusal: 'wrong' })
    await counted(browser.address, 29)
    expect(await browser.signIn('nobody-else@mitame.test')).toMatchObject({ refusal: 'wrong' })
    const refused = await browser.signIn(user.email)
    expect(refused).toMatchObject({ ok: false, refusal: 'limited' })
    expect(!refused.ok && refused.refusal === 'limited' && refused.retryAfter).toBeLessThanOrEqual(60)
    expect(await browserOn(db).signIn(user.email)).toMatchObject({ ok: true })
  })

  it('cannot be hidden behind headers of the client', async () => {
    const browser = browserOn(db)
    const forged = (address: string) => {
      const headers = { 'x-mitame-caller': address, 'x-forwarded-for': address }
      const caller = { ...browser, request: new Request('http://127.0.0.1/', { headers }) }
      return callAuth(caller, '/sign-in/email', { email: 'nobody@mitame.test', password })
    }
    expect((await forged('10.1.1.1')).retryAfter).toBeNull()
    await counted(browser.address, 30)
    expect((await forged('10.1.1.2')).retryAfter).toBeGreaterThan(0)
  })

  it('for one account lock it for a quarter of an hour, from wherever and however fast they come', async () => {
    const user = await aUser(db)
    const { max, windowSeconds } = attemptsPerAccount
    const attempt = () => browserOn(db).signIn(user.email, 'not-the-password')
    await attempt()
    await counted('account|', max - 2)
    const refusals = (await Promise.all([1, 2, 3, 4].map(attempt))).map(
      (result) => !result.ok && result.refusal,
    )
    expect(refusals.sort()).toEqual(['limited', 'limited', 'wrong', 'wrong'])
    const locked = await browserOn(db).signIn(user.email)
    expect(locked).toMatchObject({ ok: false, refusal: 'limited' })
    expect(!locked.ok && locked.refusal === 'limited' && locked.retryAfter).toBeGreaterThan(
      windowSeconds - 60,
    )

    const later = { now: () => new Date(Date.now() + windowSeconds * 1000 + 1) }
    expect(await browserOn(db).signIn(user.email, password, later)).toMatchObject({ ok: true })
  })

  it('lock an account that nobody has alike', async () => {
    const email = 'nobody-at-all@mitame.test'
    await browserOn(db).signIn(email)
    await counted('account|', attemptsPerAccount.max)
    expect(await browserOn(db).signIn(email)).toMatchObject({ ok: false, refusal: 'limited' })
  })

  it('are forgotten once the right password was given', async () => {
    const user = await aUser(db)
    for (let round = 0; round < 2; round++) {
      await browserOn(db).signIn(user.email, 'not-the-password')
      await counted('account|', attemptsPerAccount.max - 1)
      expect(await browserOn(db).signIn(user.email)).toMatchObject({ ok: true })
    }
  })
})

describe('a role', () => {
  it.each(['/sign-up/email', '/update-user', '/admin/set-role', '/organization/create'])(
    'cannot be had through %s',
    async (path) => {
      const user = await aUser(db, { role: 'merchant' })
      const browser = browserOn(db)
      await browser.signIn(user.email)
      await callAuth(browser, path, {
        name: 'x',
        slug: 'x',
        email: 'x@mitame.test',
        password,
        role: 'admin',
        userId: user.id,
      })
      expect(await db.user.findUnique({ where: { email: 'x@mitame.test' } })).toBeNull()
      expect((await browser.whoami()).actor).toMatchObject({ role: 'merchant' })
    },
  )
})
