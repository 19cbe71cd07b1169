import { afterAll, describe, expect, it } from 'vitest'
import { signInByCode } from '~/staff/sign-in-code.server'
import {
  confirmTwoFactor,
  drawEnrolment,
  renewBackupCodes,
  startTwoFactor,
  stopTwoFactor,
} from '~/staff/two-factor.server'
import { codeFor } from './authenticator'
import { aUser, browserOn, password } from './browser-session'
import { openTestDatabase } from './database'

const { db, close } = await openTestDatabase()
afterAll(close)

async function enrolled() {
  const user = await aUser(db)
  const browser = browserOn(db)
  await browser.signIn(user.email)
  const { actor } = await browser.whoami()
  const started = await startTwoFactor(browser, password)
  if (!actor || !started.ok) throw new Error('enrolling did not start')
  const confirmed = await confirmTwoFactor(browser, actor, codeFor(started.uri))
  if (!confirmed.ok) throw new Error('enrolling was not confirmed')
  browser.keep(confirmed.cookies)
  return { user, browser, uri: started.uri, backupCodes: confirmed.backupCodes }
}

describe('a second step', () => {
  it('is not asked for until a first code has confirmed it', async () => {
    const user = await aUser(db)
    const browser = browserOn(db)
    await browser.signIn(user.email)
    const { actor } = await browser.whoami()
    expect(await startTwoFactor(browser, 'not-the-password')).toEqual({ ok: false, refusal: 'wrong' })
    expect(await startTwoFactor(browser, password)).toMatchObject({ ok: true })
    expect(actor && (await confirmTwoFactor(browser, actor, '000000x'))).toEqual({
      ok: false,
      refusal: 'wrong',
    })
    expect(await browserOn(db).signIn(user.email)).toMatchObject({ ok: true, needsCode: false })
  })

  it('lets nobody in by the password alone', async () => {
    const { user, uri } = await enrolled()
    const browser = browserOn(db)
    expect(await browser.signIn(user.email)).toMatchObject({ ok: true, needsCode: true })
    expect((await browser.whoami()).actor).toBeNull()
    expect(await signInByCode(browser, '000000')).toEqual({ ok: false, refusal: 'wrong' })
    const code = codeFor(uri)
    const result = await signInByCode(browser, `${code.slice(0, 3)} ${code.slice(3)}`)
    expect(result).toMatchObject({ ok: true })
    browser.keep(result.ok ? result.cookies : [])
    expect((await browser.whoami()).actor).toMatchObject({ id: user.id })
  })

  it('takes each backup code once', async () => {
    const { user, backupCodes } = await enrolled()
    const [first = ''] = backupCodes
    expect(backupCodes).toHaveLength(10)
    const browser = browserOn(db)
    await browser.signIn(user.email)
    expect(await signInByCode(browser, first)).toMatchObject({ ok: true })
    const again = browserOn(db)
    await again.signIn(user.email)
    expect(await signInByCode(again, first)).toEqual({ ok: false, refusal: 'wrong' })
  })

  it('has lapsed without the password before it, and after five wrong codes', async () => {
    expect(await signInByCode(browserOn(db), '123456')).toEqual({ ok: false, refusal: 'lapsed' })
    const { user, uri } = await enrolled()
    const browser = browserOn(db)
    await browser.signIn(user.email)
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await signInByCode(browser, '000000')).toEqual({ ok: false, refusal: 'wrong' })
    }
    expect(await signInByCode(browser, codeFor(uri))).toEqual({ ok: false, refusal: 'lapsed' })
  })

  it('locks after ten wrong codes in a row, whatever the address and challenge', async () => {
    const { user, uri } = await enrolled()
    for (let round = 0; round < 2; round++) {
      const browser = browserOn(db)
      await browser.signIn(user.email)
      for (let attempt = 0; attempt < 5; attempt++) await signInByCode(browser, '000000')
    }
    const browser = browserOn(db)
    await browser.signIn(user.email)
    expect(await signInByCode(browser, codeFor(uri))).toMatchObject({ ok: false, refusal: 'limited' })
  })

  it('replaces its backup codes and is switched off, by password only', async () => {
    const { user, browser, backupCodes } = await enrolled()
    expect(await renewBackupCodes(browser, 'not-the-password')).toEqual({ ok: false, refusal: 'wrong' })
    const renewed = await renewBackupCodes(browser, password)
    expect(renewed.ok && renewed.backupCodes).not.toEqual(backupCodes)
    expect(await stopTwoFactor(browser, 'not-the-password')).toEqual({ ok: false, refusal: 'wrong' })
    expect(await stopTwoFactor(browser, password)).toMatchObject({ ok: true })
    expect(await browserOn(db).signIn(user.email)).toMatchObject({ ok: true, needsCode: false })
  })
})

describe('the drawing of an enrolment', () => {
  it('shows the secret in fours beside the code for the camera', async () => {
    const drawn = await drawEnrolment('otpauth://totp/Mitame:a%40b.test?secret=ABCDEFGHIJ&issuer=Mitame')
    expect(drawn?.secret).toBe('ABCD EFGH IJ')
    expect(drawn?.qrCode).toMatch(/^data:image\/svg\+xml,%3Csvg/)
  })

  it.each(['', 'https://evil.test/?secret=A', 'otpauth://totp/Mitame', '"><script>'])(
    'is not made of %j',
    async (uri) => {
      expect(await drawEnrolment(uri)).toBeNull()
    },
  )
})
