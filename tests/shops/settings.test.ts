import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLog } from '~/audit/verify.server'
import { changeSettings } from '~/shops/settings.server'
import { testDatabase } from '../database'
import { aDesk, aShop } from '../orders/world'

let database: Awaited<ReturnType<typeof testDatabase>>
let shopId: string
beforeAll(async () => {
  database = await testDatabase()
  shopId = await aShop(database.db, 'settings')
})
afterAll(() => database.close())

it('tells on the shop’s chain what was changed, and nothing where nothing was', async () => {
  const admin = await aDesk(database.db, 'admin')
  const wanted = { carrierSetting: 'any', savedCards: true, manualLink: false } as const
  expect(await changeSettings(admin, shopId, wanted)).toMatchObject({ ok: true, changed: true })
  expect(await changeSettings(admin, shopId, wanted)).toMatchObject({ ok: true, changed: false })
  const events = await database.db.orderEvent.findMany({ where: { shopId } })
  expect(events).toMatchObject([{ action: 'shop.settings_changed', actorId: admin.actor.id }])
  expect(JSON.stringify(events[0]?.text)).toContain('saved_cards_after')
  expect(JSON.stringify(events[0]?.text)).not.toContain('carrier_setting')
  const faults: unknown[] = []
  await verifyLog(database.db, (fault) => faults.push(fault))
  expect(faults).toEqual([])
})

it('is the admin’s alone', async () => {
  const wanted = { carrierSetting: 'yamato_only', savedCards: true, manualLink: true } as const
  const refused = { ok: false, refusal: 'not_found' }
  for (const role of ['lead', 'auditor', 'agent'] as const)
    expect(await changeSettings(await aDesk(database.db, role), shopId, wanted)).toEqual(refused)
  expect(await changeSettings(await aDesk(database.db, 'merchant', shopId), shopId, wanted)).toEqual(refused)
  const nowhere = crypto.randomUUID()
  expect(await changeSettings(await aDesk(database.db, 'admin'), nowhere, wanted)).toEqual(refused)
})
