import { afterAll, expect, it } from 'vitest'
import { changePassword } from '~/staff/change-password.server'
import { endOtherSessions, listSessions } from '~/staff/sessions.server'
import { aUser, browserOn, password } from './browser-session'
import { openTestDatabase } from './database'

const { db, close } = await openTestDatabase()
afterAll(close)

it('a changed password ends the other sessions and keeps this one', async () => {
  const user = await aUser(db)
  const [here, there] = [browserOn(db), browserOn(db)]
  await here.signIn(user.email)
  await there.signIn(user.email)
  const next = 'another-password'
  expect(await changePassword(here, { current: 'not-the-password', next })).toEqual({
    ok: false,
    refusal: 'wrong',
  })
  const changed = await changePassword(here, { current: password, next })
  expect(changed).toMatchObject({ ok: true })
  here.keep(changed.ok ? changed.cookies : [])
  expect((await here.whoami()).actor).toMatchObject({ id: user.id })
  expect((await there.whoami()).actor).toBeNull()
  expect(await browserOn(db).signIn(user.email)).toEqual({ ok: false, refusal: 'wrong' })
  expect(await browserOn(db).signIn(user.email, next)).toMatchObject({ ok: true })
})

it('the list of sessions tells which is this one, and the others can be ended', async () => {
  const user = await aUser(db)
  const [here, there] = [browserOn(db), browserOn(db)]
  await there.signIn(user.email)
  await here.signIn(user.email)
  expect(await listSessions(here)).toMatchObject([
    { own: true, address: here.address, browser: 'Firefox · Linux' },
    { own: false, address: there.address },
  ])
  await endOtherSessions(here)
  expect(await listSessions(here)).toHaveLength(1)
  expect((await there.whoami()).actor).toBeNull()
})
