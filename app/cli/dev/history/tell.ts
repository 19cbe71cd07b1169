import { link } from '~/audit/append.server'
import type { NewEvent } from '~/audit/events'
import { dayOf, hour, orderingTime, startOfDay, trade } from './calendar'
import { Chance } from './chance'
import { orderLife, receivedOnly, unmatchedLife } from './order-life'
import { actorOf, type NewOrderFacts, OrderStory, type World } from './order-story'
import type { Cast, ScaleShop } from './people'
import type { Life } from './request-life'
import type { Story } from './rows'
import { Writer } from './words'

export type Plan = {
  events: number
  /** From the first day to the last moment (ms). */
  since: number
  until: number
  seed: string
  cast: Cast
  /** The next human reference of that year; they are the database's to give. */
  reference(year: string): string
}

/** A story with the Tokyo day on which it begins; none that comes later has an event before that day. */
export type Told = { day: number; story: Story }

/** Tells a history of exactly so many events, story by story, in the order of their first days. */
export function* tellHistory(plan: Plan): Generator<Told> {
  const chance = new Chance(`${plan.seed} history`)
  const writer = new Writer(chance, plan.events)
  let told = 0
  const world: World = {
    ...{ chance, cast: plan.cast, until: plan.until - 2 * hour, reference: plan.reference },
    write: (occasion, inStory) => writer.write(occasion, told + inStory),
  }
  for (const { day, share } of sharesByDay(plan)) {
    const due = Math.round(plan.events * share)
    for (let nth = 0; told < due; nth += 1) {
      const mark = writer.mark()
      const facts = orderFacts(world, day, told + nth)
      let story = tellOne(world, facts)
      if (told + story.events.length > plan.events) {
        writer.takeBack(mark)
        story = shortest(world, facts)
      }
      told += story.events.length
      yield { day, story }
    }
  }
}

/** The days of the plan, each with the part of all orders that has come by its end. */
function sharesByDay({ since, until }: Plan): { day: number; share: number }[] {
  const first = dayOf(since)
  // The last day ends before anything could happen on it.
  const days = Array.from({ length: Math.max(1, dayOf(until) - first) }, (_, i) => first + i)
  const total = days.reduce((sum, day) => sum + trade(day), 0)
  let sum = 0
  return days.map((day) => {
    sum += trade(day)
    return { day, share: day === days.at(-1) ? 1 : sum / total }
  })
}

type Facts = NewOrderFacts & { shop: ScaleShop }

function orderFacts({ chance, cast }: World, day: number, nth: number): Facts {
  const shop = byWeight(chance, cast.shops)
  const orderedAt = orderingTime(chance, day)
  const local = new Date(orderedAt + 9 * hour).toISOString().replaceAll(/\D/g, '').slice(2, 14)
  const method = chance.happens(0.04) ? 'kuroneko_deferred' : 'kuroneko_card'
  return {
    ...{ shop, orderedAt },
    // No two orders of a second have the same tail: 999,983 is a prime.
    number: `P${local}${String((nth * 7919 + 13) % 999_983).padStart(6, '0')}`,
    amount: Math.max(300, Math.round(chance.logNormal(7_800, 1) / 10) * 10),
    fee: chance.happens(0.2) ? 330 : 0,
    paymentMethod: method,
    paymentStatus: method === 'kuroneko_card' && chance.happens(0.05) ? 'incomplete' : 'authorized',
    origin: chance.happens(0.01) ? 'imported' : 'platform',
    deliveries: chance.happens(0.06) ? chance.whole(2, 3) : 1,
  }
}

function tellOne(world: World, { shop, ...facts }: Facts): Story {
  const story = new OrderStory(world, shop, facts)
  const isUnmatched =
    facts.origin === 'platform' && facts.paymentMethod === 'kuroneko_card' && world.chance.happens(0.01)
  follow(story, isUnmatched ? unmatchedLife(story) : orderLife(story))
  return story.finish()
}

function shortest(world: World, { shop, ...facts }: Facts): Story {
  const story = new OrderStory(world, shop, facts)
  receivedOnly(story)
  return story.finish()
}

/** Lets time pass from step to step, until the history ends. */
function follow(story: OrderStory, life: Life): void {
  for (const moment of life) {
    if (moment > story.world.until) return
    story.now = moment
  }
}

function byWeight(chance: Chance, shops: Cast['shops']): ScaleShop {
  let left = chance.fraction() * shops.reduce((sum, { weight }) => sum + weight, 0)
  for (const shop of shops) {
    left -= shop.weight
    if (left < 0) return shop
  }
  return shops[0]
}

/** The chains of shops that import what they sold, so many events in all; each shop's rows stand under its code. */
export function importChains(chance: Chance, cast: Cast, since: number, until: number, events: number) {
  const random = (size: number) => chance.bytes(size)
  const days = dayOf(until) - dayOf(since)
  const each = Math.min(days, Math.floor(events / cast.shops.length))
  return new Map(
    cast.shops.map((shop) => {
      const imports = Array.from({ length: each }, (_, i) =>
        importEvent(chance, shop, dayOf(since) + Math.floor((i * days) / each)),
      )
      const head = { eventSeq: 0, eventHash: null }
      return [shop.code, link({ id: shop.id, about: null, head, events: imports }, random)]
    }),
  )
}

function importEvent(chance: Chance, shop: ScaleShop, day: number): NewEvent {
  const rows = chance.whole(20, 400)
  const fileDigest = chance.bytes(32).toString('hex')
  const nameDigest = chance.bytes(32).toString('hex')
  return {
    ...{ action: 'orders.imported', outcome: 'done', at: new Date(startOfDay(day) + 11 * hour) },
    ...{
      actor: actorOf(chance.pick(shop.members)),
      via: 'web',
      shopId: shop.id,
      orderId: null,
      requestId: null,
    },
    details: { fileDigest, nameDigest, new: rows, changed: 0, unchanged: 0, rows },
  }
}
