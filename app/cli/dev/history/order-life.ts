import type { Shown } from '~/audit/events'
import type { PaymentStatus, ShippingStatus } from '~/orders/statuses'
import type { PaymentMethod } from '~/platform/prisma/enums'
import { day, dayOf, hour, minute, officeTime, startOfDay } from './calendar'
import type { OrderStory } from './order-story'
import type { Person } from './people'
import { type Life, requestLife } from './request-life'
import { RequestStory, type Wish } from './request-story'

/** What Kuroneko has of an order that shows this and was never out of step. */
const inStep: Record<PaymentStatus, number> = {
  authorized: 4,
  captured: 31,
  cancelled: 40,
  authorization_expired: 4,
  failed: 12,
  incomplete: 20,
}

const carriers = ['ヤマト運輸', 'ヤマト運輸', 'ヤマト運輸', '佐川急便', '日本郵便'] as const

/** How an order goes on after it was received, and how often. */
const paths = { sold: 70, cancelled: 10, expired: 7, failed: 7, waiting: 6 } as const

/** An order from its receipt to where it stands, requests for correction included. */
export function* orderLife(story: OrderStory): Life {
  const { chance } = story.world
  story.receive()
  story.kuroneko = inStep[story.order.paymentStatus]
  if (story.order.paymentStatus === 'incomplete') yield* abandoned(story)
  else yield* { sold, cancelled, expired, failed, waiting }[chance.weighted(paths)](story)
  yield* watched(story)
  const { paymentMethod, origin } = story.order
  if (paymentMethod !== 'kuroneko_card' || origin === 'imported') return
  if (!chance.happens(0.42)) return
  yield* corrected(story)
  if (chance.happens(0.05)) yield* corrected(story)
}

/** Only what the platform sent: for the last places of a history of an exact length. */
export function receivedOnly(story: OrderStory): void {
  story.receive()
}

/** A request whose number no order has: it stays on its own chain, unless an import brings the order later. */
export function* unmatchedLife(story: OrderStory): Life {
  const { chance } = story.world
  const comes = chance.happens(0.4)
  const { number } = story.order
  yield officeTime(chance, story.now, hour)
  const wish = { ...capturing, claimWords: null }
  const typed = { number: comes ? number : mistyped(number), matched: false }
  const request = new RequestStory(story, chance.pick(story.shop.members), wish, typed)
  if (comes) {
    yield startOfDay(dayOf(story.now) + 1) + chance.whole(2 * hour, 8 * hour)
    story.receive()
    story.kuroneko = 31
    story.now += minute
    request.match()
  }
  yield* requestLife(request, 31)
}

function* sold(story: OrderStory): Life {
  const { chance } = story.world
  const member = chance.pick(story.shop.members)
  if (chance.happens(0.3)) {
    yield officeTime(chance, story.now, 5 * hour)
    imported(story, chance.pick(['instructed', 'preparing']))
  }
  const shipsFirst = chance.happens(0.85)
  if (shipsFirst) yield* shipped(story, member)
  if (chance.happens(0.04)) {
    yield officeTime(chance, story.now, hour)
    refused(story, 'order.captured', member, 'slip_number_required')
  }
  yield officeTime(chance, story.now, 30 * minute)
  story.kuroneko = 30
  paid(story, 'order.captured', member, 'captured')
  if (!shipsFirst) yield* shipped(story, member)
  if (chance.happens(0.04)) {
    yield officeTime(chance, story.now, 4 * day)
    imported(story, 'returned')
  }
  story.kuroneko = 31
  if (chance.happens(0.08)) {
    yield officeTime(chance, story.now, 2 * day)
    refused(story, 'order.cancelled', member, 'already_captured')
  }
}

function* shipped(story: OrderStory, member: Person): Life {
  const { chance } = story.world
  const carrier = chance.pick(carriers)
  yield officeTime(chance, story.now, 14 * hour)
  for (const delivery of story.deliveries) {
    const eleven = `4${String(chance.whole(0, 9_999_999_999)).padStart(10, '0')}`
    Object.assign(delivery, { carrier, slipNumber: `${eleven}${Number(eleven) % 7}` })
  }
  const slipNumbers = story.deliveries.map(({ slipNumber }) => slipNumber).join(' ')
  story.change('order.shipped', member, all(story, 'shipped'), { slipNumbers, carrier })
}

function* cancelled(story: OrderStory): Life {
  const { chance } = story.world
  yield officeTime(chance, story.now, 10 * hour)
  story.kuroneko = 40
  const after = { ...all(story, 'cancelled'), payment: 'cancelled' as const }
  story.change('order.cancelled', chance.pick(story.shop.members), after)
  if (!chance.happens(0.15)) return
  yield officeTime(chance, story.now, hour)
  const to = chance.pick<PaymentMethod>(['bank_transfer', 'cash_on_delivery', 'optional_payment'])
  const details = { from: story.order.paymentMethod, to }
  story.order.paymentMethod = to
  story.change('order.method_changed', chance.pick(story.shop.members), all(story, 'unshipped'), details)
}

function* expired(story: OrderStory): Life {
  if (story.world.chance.happens(0.5)) yield* shipped(story, story.world.chance.pick(story.shop.members))
  yield startOfDay(dayOf(story.order.orderedAt.getTime()) + 59) + 10 * minute
  paid(story, 'order.expired', null, 'authorization_expired')
}

function* failed(story: OrderStory): Life {
  const { chance } = story.world
  const member = chance.pick(story.shop.members)
  yield* shipped(story, member)
  yield officeTime(chance, story.now, 30 * minute)
  story.kuroneko = 12
  paid(story, 'order.payment_failed', null, 'failed')
  if (!chance.happens(0.4)) return
  yield officeTime(chance, story.now, 5 * hour)
  story.kuroneko = 31
  paid(story, 'order.captured', member, 'captured')
}

function* waiting(story: OrderStory): Life {
  const { chance } = story.world
  if (!chance.happens(0.5)) return
  yield officeTime(chance, story.now, 8 * hour)
  imported(story, 'preparing')
}

/** The buyer never finished paying. */
function* abandoned(story: OrderStory): Life {
  const { chance } = story.world
  if (chance.happens(0.4)) return
  yield officeTime(chance, story.now, day)
  const after = { ...all(story, 'cancelled'), payment: 'cancelled' as const }
  story.change('order.cancelled', chance.pick(story.shop.members), after)
}

/** The drift watch looks at night, and again where something had moved. */
function* watched(story: OrderStory): Life {
  const { chance } = story.world
  if (!chance.happens(0.3)) return
  yield startOfDay(dayOf(story.now) + 1) + chance.whole(2 * hour, 4 * hour)
  story.inquire(null, chance.happens(0.97))
}

/** Somebody works in Kuroneko's own admin, and files what the order should show; or claims that it was done. */
function* corrected(story: OrderStory): Life {
  const { chance, cast } = story.world
  const { now: before } = story
  const made = wishFor(story)
  if (!made) return
  const { wish, truth } = made
  const isTrue = chance.happens(0.85)
  if (isTrue) story.kuroneko = truth
  if (isTrue && chance.happens(0.35)) {
    yield startOfDay(dayOf(before) + 1) + chance.whole(2 * hour, 4 * hour)
    story.inquire(null)
  }
  yield officeTime(chance, story.now, 20 * hour)
  const filer = chance.happens(0.06) ? chance.pick(cast.agents) : chance.pick(story.shop.members)
  if (chance.happens(0.9)) story.inquire(filer, chance.happens(0.95))
  const typed = { number: story.order.number, matched: true }
  yield* requestLife(new RequestStory(story, filer, wish, typed), truth)
}

const capturing = { paymentWish: 'captured', shippingWish: 'unchanged', claim: 'captured' } as const
const cancelling = { paymentWish: 'cancelled', shippingWish: 'cancelled', claim: 'cancelled' } as const

/** What a shop wishes for an order that shows what it does, and the state at Kuroneko that would make it right. */
function wishFor(story: OrderStory): { wish: Wish; truth: number } | null {
  const { chance } = story.world
  const claimWords = null
  switch (story.order.paymentStatus) {
    case 'captured': {
      const stays = chance.happens(0.3)
      const shippingWish = stays ? 'unchanged' : 'cancelled'
      const inWords = chance.happens(0.04)
        ? ({ claim: 'other', claimWords: '返金済' } as const)
        : { claimWords }
      return { wish: { ...cancelling, shippingWish, ...inWords }, truth: 40 }
    }
    case 'authorized':
    case 'authorization_expired':
    case 'failed':
    case 'incomplete':
      return chance.happens(0.6)
        ? { wish: { ...capturing, claimWords }, truth: chance.pick([30, 31]) }
        : { wish: { ...cancelling, claimWords }, truth: 40 }
    case 'cancelled': {
      if (!chance.happens(0.3)) return null
      const back = { shippingWish: 'unshipped', claimWords } as const
      return chance.happens(0.5)
        ? { wish: { paymentWish: 'authorized', claim: 'authorized', ...back }, truth: 4 }
        : { wish: { paymentWish: 'captured', claim: 'captured', ...back }, truth: 31 }
    }
  }
}

function all(story: OrderStory, status: ShippingStatus): Shown {
  const { payment, deliveries } = story.shown()
  return { payment, deliveries: deliveries.map(() => status) }
}

function paid(
  story: OrderStory,
  action: 'order.captured' | 'order.expired' | 'order.payment_failed',
  member: Person | null,
  payment: PaymentStatus,
): void {
  const details = action === 'order.captured' ? { amount: story.order.amount } : undefined
  story.change(action, member, { ...story.shown(), payment }, details)
}

function imported(story: OrderStory, status: ShippingStatus): void {
  story.change('order.status_imported', null, all(story, status))
}

function refused(
  story: OrderStory,
  action: 'order.captured' | 'order.cancelled',
  member: Person,
  refusal: string,
): void {
  const shown = story.shown()
  story.tell(action, member, { outcome: 'refused', refusal, before: shown, after: shown })
}

/** The last digit of a number is easily another one. */
function mistyped(number: string): string {
  return `${number.slice(0, -1)}${(Number(number.at(-1)) + 5) % 10}`
}
