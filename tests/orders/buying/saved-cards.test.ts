import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { fault } from '~/kuroneko/sandbox/faults'
import { payWithSavedCard, payWithToken } from '~/orders/buying/pay.server'
import { deleteCard } from '~/shops/cards/delete.server'
import { listCards } from '~/shops/cards/list.server'
import { openStorefront, type Storefront } from '~/shops/storefront.server'
import { trader } from '../../kuroneko/sandbox'
import { aBuyersWorld, type BuyersWorld, buyer, cards, placed, stands } from './world'

let world: BuyersWorld
let front: Storefront

beforeAll(async () => {
  world = await aBuyersWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  front = await world.front()
})
afterEach(() => world.sandbox.faults.clear())

async function anOrder() {
  const order = await placed(front, await world.product())
  const returnTo = 'http://127.0.0.1:3000/shop/hana/three-d'
  return { ...order, paying: { orderId: order.orderId, kuronekoNumber: order.number, buyer, returnTo } }
}
/** Buys with a card that is typed and saved. */
async function save(card: string) {
  const { orderId, paying } = await anOrder()
  const memberId = front.member?.cardMemberId ?? ''
  const authenticationKey = front.member?.authenticationKey ?? ''
  const token = world.sandbox.cardToken(card, { memberId, authenticationKey, savedCardId: null })
  await payWithToken(front, paying, { token, cardCodeApi: '9' })
  return stands(world.db, orderId)
}
const ids = async () => {
  const listed = await listCards(front)
  return listed?.ok ? listed.cards.map(({ id }) => id) : listed
}
const goWrong = (kind: Parameters<typeof fault>[0], functionCode: string) =>
  world.sandbox.faults.add({
    ...fault(kind),
    ...{ traderCode: trader, orderNo: null, functionCode, left: 1 },
  })

it('a card is saved by buying with it, and bought with again', async () => {
  expect(await ids()).toEqual([])
  expect(await save(cards.good)).toMatchObject({ payment: 'authorized' })
  expect(await listCards(front)).toEqual({
    ok: true,
    cards: [{ id: '1111-9', maskedNumber: '************1111', expiry: '12/30', inUse: false }],
  })
  const { orderId, paying } = await anOrder()
  expect(await payWithSavedCard(front, paying, '1111-9')).toEqual({ ok: true, step: 'ended' })
  expect(await stands(world.db, orderId)).toMatchObject({ payment: 'authorized' })
  expect(await world.db.kuronekoCall.findFirst({ where: { orderId } })).toMatchObject({ function: 'A01' })
})

it('a fourth card is refused and told why; nothing is charged', async () => {
  for (const card of [cards.good, cards.another, cards.third]) await save(card)
  expect(await save(cards.fourth)).toMatchObject({ payment: 'failed' })
  expect(await ids()).toHaveLength(3)
})

it('the one that was chosen is deleted, whatever moved meanwhile', async () => {
  await save(cards.good)
  await save(cards.another)
  expect(await ids()).toEqual(['4444-10', '1111-9'])
  // Buying with the older one moves it to the first place.
  await payWithSavedCard(front, (await anOrder()).paying, '1111-9')
  expect(await deleteCard(front, '4444-10')).toEqual({ ok: true })
  expect(await ids()).toEqual(['1111-9'])
  expect(await deleteCard(front, '4444-10')).toEqual({ ok: false, refusal: 'gone' })
  const { paying } = await anOrder()
  expect(await payWithSavedCard(front, paying, '4444-10')).toEqual({ ok: false, refusal: 'no_card' })
})

it('a card with a reservation stays', async () => {
  await save(cards.good)
  const bought = world.sandbox.store.all().find(({ memberId }) => memberId === front.member?.cardMemberId)
  if (!bought) throw new Error('not bought')
  await world.sandbox.store.add([{ ...bought, orderNo: 'RESERVED1', statusInfo: 5 }])
  expect(await listCards(front)).toMatchObject({ cards: [{ inUse: true }] })
  expect(await deleteCard(front, '1111-9')).toEqual({ ok: false, refusal: 'in_use' })
})

it('a deletion without an answer is settled by the list, and never sent twice', async () => {
  await save(cards.good)
  goWrong('silent_after', 'A05')
  const sent = world.sandbox.requests.length
  expect(await deleteCard(front, '1111-9')).toEqual({ ok: true })
  const deletions = world.sandbox.requests.slice(sent).filter((path) => path.endsWith('creditInfoDelete'))
  expect(deletions).toHaveLength(1)
  await save(cards.good)
  goWrong('silent', 'A05')
  expect(await deleteCard(front, '1111-9')).toEqual({ ok: false, refusal: 'unclear' })
  expect(await ids()).toEqual(['1111-9'])
})

it('neither guests nor a shop that saves no cards have any', async () => {
  expect(await listCards(await world.front('guest'))).toBeNull()
  await world.db.shop.update({ where: { id: world.shopId }, data: { savedCards: false } })
  const closed = await openStorefront(front, 'hana', front.member?.id ?? null)
  await world.db.shop.update({ where: { id: world.shopId }, data: { savedCards: true } })
  if (!closed) throw new Error('no shop')
  expect(await listCards(closed)).toBeNull()
  expect(await deleteCard(closed, '1111-9')).toEqual({ ok: false, refusal: 'not_found' })
})

it('the access key lies encrypted, for its own shop only', async () => {
  const shop = await world.db.shop.findUniqueOrThrow({ where: { id: world.shopId } })
  expect(shop.accessKey).not.toContain('7654321')
  expect(Buffer.from(shop.accessKey ?? '', 'base64').toString()).not.toContain('7654321')
  expect(JSON.stringify(world.client.log)).not.toContain('7654321')
})
