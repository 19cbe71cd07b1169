import type { NewOrder } from '~/orders/receive.server'
import { type EventOnOrder, shownBy } from '~/orders/record.server'
import { addDays, startOfTokyoDay, tokyoDay } from '~/platform/tokyo'
import type { DemoShop } from './people'
import { receivedAs, type Step, stories } from './stories'
import { type DemoRow, demoRows } from './table'

export type PlacedShop = { id: string; member: { id: string; role: string } }

/** The demo's orders as they stand at `now`, each with its past. */
export function demoOrders(now: Date, shops: Record<DemoShop, PlacedShop>): NewOrder[] {
  return demoRows.map((row) => {
    const order = receivedOrder(now, shops[row[0]], row)
    const steps: readonly Step[] = stories[row[4]]
    for (const step of steps) takeStep(order, step, shops[row[0]], row)
    return order
  })
}

function receivedOrder(now: Date, shop: PlacedShop, row: DemoRow): NewOrder {
  const [, daysAgo, time, tail, story, amount, more = {}] = row
  const orderedAt = notAfter(now, atTokyo(addDays(tokyoDay(now), -daysAgo), time))
  const number = more.number ?? platformNumber(tokyoDay(orderedAt), tail)
  const order: NewOrder = {
    shopId: shop.id,
    number,
    numberAsReceived: more.asReceived ?? number,
    orderedAt,
    paymentMethod: more.method ?? 'kuroneko_card',
    paymentStatus: receivedAs(story),
    amount,
    fee: more.fee ?? 0,
    kuronekoOrderNumber: more.kuronekoNumber === undefined ? number : more.kuronekoNumber,
    origin: more.origin ?? 'platform',
    version: 1,
    deliveries: Array.from({ length: more.deliveries ?? 1 }, () => ({
      status: 'unshipped',
      slipNumber: null,
      carrier: null,
    })),
    events: [],
  }
  order.events.push(
    event('order.received', orderedAt, null, {
      after: shownBy(order),
      details: { amount, method: order.paymentMethod, origin: order.origin },
    }),
  )
  return order
}

/** Changes the order as the step says, and appends the step's event. */
function takeStep(order: NewOrder, step: Step, shop: PlacedShop, row: DemoRow): void {
  const at = atTokyo(addDays(tokyoDay(order.orderedAt), step.day), step.at)
  const actor = step.by === 'shop' ? shop.member : null
  const before = shownBy(order)
  if (step.refusal) {
    const refused = { outcome: 'refused', refusal: step.refusal, before, after: before } as const
    order.events.push(event(step.action, at, actor, refused))
    return
  }
  const details = detailsOf(order, step, row)
  order.paymentStatus = step.payment ?? order.paymentStatus
  order.paymentMethod = step.method ?? order.paymentMethod
  const reached = order.deliveries.slice(0, step.only).entries()
  for (const [index, delivery] of reached) {
    delivery.status = step.shipping ?? delivery.status
    if (step.action !== 'order.shipped') continue
    delivery.slipNumber = slipNumber(order.number, index)
    delivery.carrier = carrierOf(row)
  }
  order.version += 1
  order.events.push(event(step.action, at, actor, { before, after: shownBy(order), details }))
}

/** An act's facts, told before the act changes the order. */
function detailsOf(order: NewOrder, step: Step, row: DemoRow): EventOnOrder['details'] {
  const slips = order.deliveries.slice(0, step.only).map((_, index) => slipNumber(order.number, index))
  switch (step.action) {
    case 'order.captured':
      return { amount: order.amount }
    case 'order.method_changed':
      return { from: order.paymentMethod, to: step.method ?? null }
    case 'order.shipped':
      return { slipNumbers: slips.join(' '), carrier: carrierOf(row) }
    default:
      return undefined
  }
}

function event(
  action: EventOnOrder['action'],
  at: Date,
  actor: EventOnOrder['actor'],
  rest: Partial<EventOnOrder>,
): EventOnOrder {
  return { action, outcome: 'done', at, actor, via: actor ? 'web' : 'platform', requestId: null, ...rest }
}

/** `P`, the date and what follows; a letter at the front of `tail` stands between `P` and the date. */
function platformNumber(day: string, tail: string): string {
  const [, letter = '', rest = ''] = /^([A-Z]?)(.+)$/.exec(tail) ?? []
  return `P${letter}${day.slice(2).replaceAll('-', '')}${rest}`
}

/** A slip number as Yamato gives them: twelve digits, the last the remainder of the others by seven (kuroneko.md §4). */
function slipNumber(orderNumber: string, index: number): string {
  const digits = orderNumber.replace(/\D/g, '').slice(-8).padStart(8, '4')
  const eleven = `47${index + 1}${digits}`
  return `${eleven}${Number(eleven) % 7}`
}

function carrierOf(row: DemoRow): string {
  return row[6]?.carrier ?? 'ヤマト運輸'
}

/** An order of today may lie ahead of the time of loading; then it came a moment ago. */
function notAfter(now: Date, wanted: Date): Date {
  return wanted <= now ? wanted : new Date(now.getTime() - 60_000)
}

function atTokyo(day: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(startOfTokyoDay(day).getTime() + (hours * 60 + minutes) * 60_000)
}
