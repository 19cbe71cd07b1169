import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { foresee } from '~/corrections/preview'
import { preview } from '~/corrections/preview.server'
import { anOrder, aWorld, type World } from '../audit/world'
import { answered } from '../kuroneko-double'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.kuroneko.asked.length = 0
})

let count = 0
/** An order that Kuroneko has not been asked about yet. */
async function unasked(more: Parameters<typeof anOrder>[3] = {}, shop = world.shop): Promise<string> {
  const number = `P${++count}`
  await anOrder(world.db, shop, number, more, null)
  return number
}
const wish = {
  paymentWish: 'cancelled',
  shippingWish: 'returned',
  claim: 'cancelled',
  reason: '返品のため取り消しました',
} as const

it('asks Kuroneko, keeps the answer as evidence, files nothing, and lets the rules judge', async () => {
  const number = await unasked()
  world.kuroneko.answers.set(number, answered(31))
  const { [number]: seen } = await preview(world.merchant, { numbers: [number] })
  expect(seen?.evidence).toMatchObject({ outcome: 'answered', statusInfo: 31, amount: 8640 })
  expect(foresee(seen ?? null, wish)).toMatchObject({
    verdict: 'no',
    findings: [{ id: 'buyer_stays_charged' }, { id: 'claim_cancelled_not_so' }, {}, {}],
  })
  expect(await world.db.evidence.count({ where: { order: { number } } })).toBe(1)
  expect(await world.db.correctionRequest.count()).toBe(0)
})

it('judges as the desk will once it is filed', async () => {
  const number = await unasked({ paymentStatus: 'authorized', amount: 120_000 })
  world.kuroneko.answers.set(number, answered(4, 120_000))
  const { [number]: seen } = await preview(world.merchant, { numbers: [number] })
  const foreseen = foresee(seen ?? null, { ...wish, claim: 'authorized' })
  expect(foreseen).toMatchObject({
    verdict: 'no',
    secondPerson: true,
    findings: [{ id: 'cancel_instead' }, {}, {}, {}],
  })
})

it('does not ask again what was answered lately, unless told that something was done since', async () => {
  const number = `P${++count}`
  await anOrder(world.db, world.shop, number, {}, 31)
  const once = await preview(world.merchant, { numbers: [number] })
  expect(once[number]?.evidence?.statusInfo).toBe(31)
  expect(world.kuroneko.asked).toEqual([])
  const fresh = await unasked()
  await preview(world.merchant, { numbers: [fresh, ` ${fresh.toLowerCase()}`], anew: [fresh] })
  expect(world.kuroneko.asked).toEqual([fresh])
})

it('goes on without an answer, and asks again the next time', async () => {
  const number = await unasked()
  world.kuroneko.answers.set(number, { kind: 'unknown', reason: 'timeout' })
  const { [number]: seen } = await preview(world.merchant, { numbers: [number] })
  expect(seen?.evidence).toMatchObject({ outcome: 'unknown', reason: 'timeout' })
  expect(foresee(seen ?? null, wish).findings[0]?.id).toBe('evidence_unusable')
  await preview(world.merchant, { numbers: [number] })
  expect(world.kuroneko.asked).toEqual([number, number])
})

it('asks nothing about orders that Kuroneko cannot know', async () => {
  const number = await unasked({ paymentMethod: 'kuroneko_convenience' })
  const { [number]: seen } = await preview(world.merchant, { numbers: [number] })
  expect(seen?.evidence).toBeNull()
  expect(foresee(seen ?? null, wish).findings[0]?.id).toBe('not_kuroneko_card')
  expect(world.kuroneko.asked).toEqual([])
})

it('knows the orders of one’s own shop, or of the shop that the desk chose, and no others', async () => {
  const [own, other] = [await unasked(), await unasked({}, world.otherShop)]
  const numbers = [own, other]
  const byMerchant = await preview(world.merchant, { numbers, shop: 'linne' })
  expect(byMerchant).toMatchObject({ [own]: { order: { number: own } }, [other]: null })
  expect(await preview(world.agent, { numbers, shop: 'linne' })).toMatchObject({
    [own]: null,
    [other]: { order: { number: other } },
  })
  expect(await preview(world.agent, { numbers })).toEqual({ [own]: null, [other]: null })
  expect(await preview(world.auditor, { numbers, shop: 'linne' })).toEqual({})
  expect(world.kuroneko.asked).toEqual([own, other])
})

it('lets nothing out that the rules do not read', async () => {
  const number = await unasked()
  const { [number]: seen } = await preview(world.merchant, { numbers: [number] })
  expect(Object.keys(seen?.evidence ?? {}).sort()).toEqual(
    ['amount', 'askedAt', 'kind', 'outcome', 'reason', 'statusInfo'].sort(),
  )
  expect(JSON.stringify(seen)).not.toMatch(/raw|hash|actor/iu)
})
