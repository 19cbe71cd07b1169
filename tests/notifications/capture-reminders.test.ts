import { afterAll, beforeAll, expect, it } from 'vitest'
import { remindOfCapture } from '~/notifications/capture-reminders.server'
import type { Mail } from '~/platform/mail.server'
import { testDatabase } from '../database'
import { aDesk, anOrder, aShop, today, withOrders } from '../orders/world'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

it('a shop is told by mail once, and again only where the mail did not go', async () => {
  const { db } = database
  const shopId = await aShop(db, 'reminded')
  const { actor } = await aDesk(db, 'merchant', shopId)
  const orderedAt = new Date(today.getTime() - 55 * 24 * 60 * 60_000)
  await withOrders(db, [anOrder(shopId, 'P-3-DAYS', { orderedAt }), anOrder(shopId, 'P-LATER')])
  const mails: Mail[] = []
  let broken = true
  const mailer = {
    async send(mail: Mail) {
      if (broken) throw new Error('no mail server')
      mails.push(mail)
    },
    close() {},
  }
  const reminding = { db, clock: { now: () => today }, mailer, url: 'https://desk.example' }
  await expect(remindOfCapture(reminding)).rejects.toThrow('no mail server')
  broken = false
  await remindOfCapture(reminding)
  await remindOfCapture(reminding)
  expect(mails.map(({ to }) => to)).toEqual([[actor.email]])
  expect(mails[0]?.subject).toContain('期限まであと3日')
  expect(mails[0]?.text).toContain('P-3-DAYS')
  expect(mails[0]?.text).not.toContain('P-LATER')
})
