import { createHash } from 'node:crypto'
import { link } from '~/audit/append.server'
import type { EventAction, NewEvent, Shown } from '~/audit/events'
import { answerByStatusInfo } from '~/kuroneko/answers'
import { kuronekoNumberOf } from '~/kuroneko/number'
import { differenceOf } from '~/orders/drift/difference'
import { driftEvent } from '~/orders/drift/settle.server'
import { evidenceFacts } from '~/orders/evidence.server'
import { type EventOnOrder, shownBy } from '~/orders/record.server'
import type { Delivery, Drift, Evidence, Order } from '~/platform/prisma/client'
import type { By, Via } from '~/staff/desk.server'
import type { Chance } from './chance'
import { type Cast, newId, type Person, type ScaleShop } from './people'
import type { RequestStory } from './request-story'
import { noRows, type Story } from './rows'
import type { Occasion } from './words'

/** What stories are told with. */
export type World = {
  chance: Chance
  cast: Cast
  /** Nothing happens after this moment (ms). */
  until: number
  /** The next human reference of that year. */
  reference(year: string): string
  write(occasion: Occasion, storyEvents: number): string
}

export type NewOrderFacts = Pick<
  Order,
  'number' | 'amount' | 'fee' | 'paymentMethod' | 'paymentStatus' | 'origin'
> & {
  orderedAt: number
  deliveries: number
}

/**
 * One order's past, told event by event as the desk's own verbs would have told it, without a database. What it shows,
 * its evidence and its drifts follow from what happens; `finish` gives the rows.
 */
export class OrderStory {
  /** The moment at which the next thing happens (ms). */
  now: number
  readonly order: Order
  readonly deliveries: Delivery[]
  readonly events: NewEvent[] = []
  readonly requests: RequestStory[] = []
  readonly rows = noRows()
  /** What Kuroneko has of the order; null where it knows nothing. */
  kuroneko: number | null = null
  /** The evidence that counts, as `standingEvidence` finds it. */
  standing: Evidence | null = null
  private openDrift: Drift | null = null
  private isReceived = false

  constructor(
    readonly world: World,
    readonly shop: ScaleShop,
    facts: NewOrderFacts,
  ) {
    const { orderedAt, deliveries, ...rest } = facts
    const at = new Date(orderedAt)
    this.now = orderedAt
    const id = this.newId()
    this.order = {
      ...{ id, shopId: shop.id, numberAsReceived: facts.number, orderedAt: at, shippingFee: 0, ...rest },
      ...{ kuronekoOrderNumber: facts.number, buyerId: null, version: 1, eventSeq: 0, eventHash: null },
      ...{ createdAt: at, updatedAt: at },
    }
    this.deliveries = Array.from({ length: deliveries }, (_, index) => ({
      ...{ id: this.newId(), orderId: id, index, status: 'unshipped' as const },
      ...{ slipNumber: null, carrier: null, stockState: 'allocated' as const },
    }))
  }

  newId(): string {
    return newId(this.world.chance, this.now)
  }

  shown(): Shown {
    return shownBy({ ...this.order, deliveries: this.deliveries })
  }

  by(actor: Person | null, via: Via = actor ? 'web' : 'job'): By {
    const at = new Date(this.now)
    return { actor, clock: { now: () => at }, via }
  }

  receive(): void {
    const { amount, paymentMethod, origin } = this.order
    this.isReceived = true
    const details = { amount, method: paymentMethod, origin }
    this.tell('order.received', null, { after: this.shown(), details })
  }

  /** Tells of an act that changes nothing that is shown. */
  tell(action: EventAction, actor: Person | null, more: Partial<NewEvent> = {}): void {
    this.append([
      {
        ...{ action, outcome: 'done', at: new Date(this.now), actor: actorOf(actor) },
        ...{ via: actor ? 'web' : 'platform', requestId: null, ...more },
      },
    ])
  }

  /** Tells of an act that changes what is shown. */
  change(action: EventAction, actor: Person | null, after: Shown, details?: NewEvent['details']): void {
    const event: EventOnOrder = {
      ...{ action, outcome: 'done', at: new Date(this.now), actor: actorOf(actor) },
      ...{ via: actor ? 'web' : 'platform', requestId: null, before: this.shown(), after },
      ...(details && { details }),
    }
    this.show([event], after)
  }

  /** Appends the events of one act and sets what the order shows; a drift that ends by it is closed. */
  show(events: EventOnOrder[], after: Shown): void {
    this.append(events)
    this.order.paymentStatus = after.payment
    this.deliveries.forEach((delivery, i) => {
      delivery.status = after.deliveries[i] ?? delivery.status
    })
    this.order.version += 1
    const [because] = events
    const { openDrift, order } = this
    const evidence = this.rows.evidence.find(({ id }) => id === openDrift?.evidenceId)
    if (!because || !openDrift || !evidence || differenceOf({ order, evidence })) return
    openDrift.closedAt = because.at
    this.openDrift = null
    this.append([driftEvent('order.drift_closed', order, evidence, because)])
  }

  append(events: EventOnOrder[]): void {
    const { id: orderId, shopId } = this.order
    this.events.push(...events.map((event) => ({ ...event, shopId, orderId })))
  }

  /** Asks Kuroneko, which may give no usable answer; keeps the evidence and settles the drift by it. */
  inquire(actor: Person | null, answers = true): void {
    const { id: orderId, shopId } = this.order
    const by = this.by(actor)
    const at = by.clock.now()
    const statusInfo = answers ? this.kuroneko : null
    const outcome = !answers ? 'unknown' : statusInfo === null ? 'not_found' : 'answered'
    const answer = statusInfo === null ? undefined : answerByStatusInfo[statusInfo]
    const evidence: Evidence = {
      ...{ id: this.newId(), shopId, orderId, kind: 'inquiry', outcome, statusInfo, errorCode: null },
      reason: answers ? null : this.world.chance.pick(['timeout', 'unreachable', 'http']),
      amount: outcome === 'answered' ? this.order.amount : null,
      settledAt: answer === 'captured' || answer === 'cancelled' ? this.order.orderedAt : null,
      cancelledAt: answer === 'cancelled' ? at : null,
      ...{ askedNumber: kuronekoNumberOf(this.order).number, askedAt: at, answeredAt: answers ? at : null },
      ...{ attempts: answers ? 1 : 2, raw: answers ? rawAnswer(this.order, statusInfo) : null },
      actorId: by.actor?.id ?? null,
    }
    this.keep(evidence)
    const { reason } = evidence
    const told = { at, actor: actorOf(actor), via: by.via, requestId: null }
    const refused = { outcome: 'refused', refusal: reason ?? 'unreachable' } as const
    this.append([
      {
        ...{ action: 'order.inquired', ...(answers ? { outcome: 'done' } : refused) },
        ...{ ...told, details: evidenceFacts(evidence) },
      },
    ])
    if (answers) this.settle(evidence, told)
  }

  /** Keeps a picture of Kuroneko's admin in place of an answer. */
  attach(actor: Person, event: (details: NonNullable<NewEvent['details']>) => EventOnOrder): void {
    const { id: orderId, shopId, amount } = this.order
    const picture = Buffer.from(`${pictureStart}${this.world.chance.bytes(64).toString('hex')}`, 'hex')
    const sha256 = createHash('sha256').update(picture).digest('hex')
    const nothing = { reason: null, errorCode: null, settledAt: null, cancelledAt: null, raw: null }
    const evidence: Evidence = {
      ...{
        id: this.newId(),
        shopId,
        orderId,
        kind: 'screenshot',
        outcome: 'answered',
        amount: null,
        ...nothing,
      },
      ...{ statusInfo: this.kuroneko, askedNumber: null, askedAt: new Date(this.now), answeredAt: null },
      ...{ attempts: 0, actorId: actor.id },
    }
    this.keep(evidence)
    this.rows.attachment.push({
      ...{
        id: this.newId(),
        evidenceId: evidence.id,
        name: `kuroneko-${amount}.png`,
        mediaType: 'image/png',
      },
      ...{ size: picture.length, sha256, bytes: `\\x${picture.toString('hex')}` },
    })
    this.append([event({ ...evidenceFacts(evidence), evidence_digest: sha256 })])
  }

  /** All rows of this story, its chains linked. */
  finish(): Story {
    const { chance } = this.world
    const random = (size: number) => chance.bytes(size)
    const own = this.requests.flatMap((request) => request.linkOwn(random))
    const { id, number, amount } = this.order
    const about = { number, amount }
    const chain = link({ id, about, head: this.order, events: this.events }, random)
    Object.assign(this.order, chain.head)
    this.order.updatedAt = new Date(this.now)
    if (this.isReceived) {
      this.rows.order.push(this.order)
      this.rows.delivery.push(...this.deliveries)
    }
    return {
      rows: this.rows,
      events: [...own, chain].flatMap(({ rows }) => rows),
      words: [...own, chain].flatMap(({ words }) => words),
    }
  }

  private keep(evidence: Evidence): void {
    this.rows.evidence.push(evidence)
    if (evidence.outcome !== 'unknown' || !this.standing) this.standing = evidence
    else if (this.standing.kind === 'inquiry') this.standing = evidence
  }

  private settle(evidence: Evidence, because: Pick<EventOnOrder, 'at' | 'actor' | 'via'>): void {
    const { order, openDrift } = this
    const differs = differenceOf({ order, evidence }) !== null
    if (openDrift) openDrift.evidenceId = evidence.id
    if (openDrift && differs) openDrift.seenAt = because.at
    if (openDrift && !differs) {
      openDrift.closedAt = because.at
      this.openDrift = null
      this.append([driftEvent('order.drift_closed', order, evidence, because)])
    }
    if (openDrift || !differs) return
    const { at } = because
    this.openDrift = {
      ...{ id: this.newId(), shopId: order.shopId, orderId: order.id, evidenceId: evidence.id },
      ...{ foundAt: at, seenAt: at, closedAt: null },
    }
    this.rows.drift.push(this.openDrift)
    this.append([driftEvent('order.drift_found', order, evidence, because)])
  }
}

/** A PNG's first bytes, by which its type is found. */
const pictureStart = '89504e470d0a1a0a'

export function actorOf(person: Person | null): NewEvent['actor'] {
  return person && { id: person.id, role: person.role }
}

function rawAnswer({ number, amount }: Order, statusInfo: number | null): string {
  const result =
    statusInfo === null
      ? '<resultCount>0</resultCount>'
      : `<resultCount>1</resultCount><resultData><orderNo>${number}</orderNo><statusInfo>${statusInfo}</statusInfo>` +
        `<settlePrice>${amount}</settlePrice><settleMethodDiv>0</settleMethodDiv></resultData>`
  return `<?xml version="1.0" encoding="UTF-8"?><return><returnCode>0</returnCode>${result}</return>`
}
