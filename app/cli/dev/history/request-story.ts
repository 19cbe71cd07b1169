import { link } from '~/audit/append.server'
import type { EventAction, NewEvent, Shown } from '~/audit/events'
import type { RandomBytes } from '~/audit/text.server'
import { eventOf } from '~/corrections/act.server'
import { factsOf } from '~/corrections/approve.server'
import { type Approvable, approvable } from '~/corrections/content.server'
import { type RequestAction, type RequestState, step } from '~/corrections/life'
import { type RequestEvent, requestEvent } from '~/corrections/record.server'
import type { Refusal } from '~/corrections/refusals'
import { isAtKuroneko, whyNever } from '~/corrections/why-never'
import type { CorrectionRequest, Decision, Message } from '~/platform/prisma/client'
import { tokyoDay } from '~/platform/tokyo'
import { may } from '~/staff/permissions'
import { type Assessment, assess } from '~/verdicts/assess'
import { isBlocking } from '~/verdicts/findings'
import { hour } from './calendar'
import type { OrderStory } from './order-story'
import type { Person } from './people'
import type { Occasion } from './words'

/** Yen from which two people approve, and hours until a request is due: the desk's settings as they come. */
const settings = { secondPersonFrom: 100_000, dueWithinHours: 24 }

export type Wish = Pick<CorrectionRequest, 'paymentWish' | 'shippingWish' | 'claim' | 'claimWords'>

type Extra = Parameters<typeof requestEvent>[3]
type Change = { to: RequestState; set?: Partial<CorrectionRequest>; shown?: Shown }
type Said = { kind: Message['kind']; occasion: Occasion }

/** One request's life, through the steps that the life table has, on its order's chain or on its own. */
export class RequestStory {
  readonly request: CorrectionRequest
  /** Events from before an order was matched. */
  private readonly own: NewEvent[] = []
  private copyOfMatch: NewEvent | null = null
  private assessment: Assessment
  private first: { digest: string; override: boolean } | null = null

  constructor(
    readonly story: OrderStory,
    readonly filer: Person,
    wish: Wish,
    typed: { number: string; matched: boolean },
  ) {
    const { order, world } = story
    const never = typed.matched
      ? whyNever({ shown: story.shown(), atKuroneko: isAtKuroneko(order) }, wish)
      : null
    if (never) throw new Error(`nobody could have filed that: ${never.code}`)
    const filedAt = new Date(story.now)
    const batchId = story.newId()
    const { number } = typed
    const match = typed.matched ? 'exact' : 'none'
    this.request = {
      ...{ id: story.newId(), batchId, shopId: order.shopId, ...wish, number, numberAsTyped: number },
      reference: world.reference(tokyoDay(filedAt).slice(0, 4)),
      ...{ orderId: typed.matched ? order.id : null, orderVersion: typed.matched ? order.version : null },
      ...{
        numberMatch: match,
        reason: world.write('reason', story.events.length),
        state: 'submitted',
        version: 1,
      },
      ...{ onBehalf: filer.role !== 'merchant', filedById: filer.id, filedAt },
      dueAt: new Date(story.now + settings.dueWithinHours * hour),
      ...{ assigneeId: null, firstApproverId: null, decidedById: null, decidedAt: null, revertsId: null },
      ...{ verdict: null, secondPerson: false, evidenceId: null, eventSeq: 0, eventHash: null },
    }
    const { id: filedById } = filer
    const idempotencyKey = story.newId()
    story.rows.correction_batch.push({
      id: batchId,
      shopId: order.shopId,
      filedById,
      filedAt,
      idempotencyKey,
    })
    story.rows.correction_request.push(this.request)
    story.requests.push(this)
    const details = {
      ...{ payment_wish: wish.paymentWish, shipping_wish: wish.shippingWish, claim: wish.claim },
      ...{ match, on_behalf: this.request.onBehalf },
    }
    this.record([this.event(filer, 'correction.filed', { words: this.request.reason ?? '', details })])
    this.assessment = this.assess()
  }

  get state(): RequestState {
    return this.request.state
  }

  /** One step of the life table, by a person who may take it. */
  act(action: RequestAction, person: Person, set: Partial<CorrectionRequest> = {}, extra: Extra = {}): void {
    this.record([this.event(person, eventOf[action], extra)], { to: this.next(action, person).to, set })
  }

  withdraw(): void {
    this.act('withdraw', this.filer, this.decidedBy(this.filer))
  }

  /** A question, which waits for its answer, or the answer. */
  say(action: 'ask' | 'answer', person: Person): void {
    const words = this.write(person, action === 'ask' ? said.question : said.answer)
    this.act(action, person, action === 'ask' ? { assigneeId: person.id } : {}, { words })
  }

  note(person: Person): void {
    const words = this.write(person, said.note)
    this.record([this.event(person, 'correction.noted', { words })])
  }

  /** An act that was refused, told by the event that would have told of it. */
  refuse(action: RequestAction, person: Person, refusal: Refusal, back?: Change): void {
    const extra = { outcome: 'refused', refusal, details: { act: action } } as const
    this.record([this.event(person, eventOf[action], extra)], back)
  }

  /** Kuroneko is asked, or a picture stands in for it, and the rules are asked again. */
  inquire(person: Person | null, answers = true): void {
    this.story.inquire(person, answers)
    this.assessment = this.assess()
  }

  attach(person: Person): void {
    this.story.attach(person, (details) => {
      const event = this.event(person, 'order.evidence_attached', { details })
      return { ...event, details: { ...details, state: this.state } }
    })
    this.assessment = this.assess()
  }

  isBlocked(): boolean {
    return this.assessment.findings.some(isBlocking)
  }

  isOverridable(): boolean {
    return this.assessment.findings.filter(isBlocking).every(({ overridable }) => overridable)
  }

  approve(person: Person): void {
    const { story } = this
    const override = this.isBlocked()
    const next = this.next('approve', person)
    const current = this.approvable()
    const note = override || story.world.chance.happens(0.5) ? this.words('approval') : null
    const two = this.assessment.secondPerson || override
    const to = two && next.whenTwo ? next.whenTwo : next.to
    this.keepDecision(person, 'approve', to, {
      note,
      override,
      digest: current.digest,
      content: current.text,
    })
    if (to === 'awaiting_second') this.approveFirst(person, current, note, override)
    else this.apply(person, current, { to, note, override })
  }

  private approveFirst(person: Person, current: Approvable, note: string | null, override: boolean): void {
    this.first = { digest: current.digest, override }
    const second = [
      ...this.assessment.secondPersonReasons,
      ...(override ? ['override'] : []),
      ...(current.content.evidence?.kind === 'screenshot' ? ['screenshot'] : []),
    ].join(',')
    const details = { ...factsOf(current, decisionInput(this.request, override)), second }
    const extra = { digest: current.digest, details, ...(note && { words: note }) }
    const event = this.event(person, 'correction.approved_first', extra)
    this.record([event], { to: 'awaiting_second', set: { firstApproverId: person.id } })
  }

  /** The second approval; refused where something moved since the first, and the request goes back into review. */
  approveSecond(person: Person): void {
    const next = this.next('approve_second', person)
    const current = this.approvable()
    if (!this.first || this.first.digest !== current.digest) {
      this.refuse('approve_second', person, 'stale', { to: 'in_review', set: { firstApproverId: null } })
      return
    }
    const { override } = this.first
    const note = this.story.world.chance.happens(0.4) ? this.words('approval') : null
    this.keepDecision(person, 'approve', next.to, {
      note,
      override,
      digest: current.digest,
      content: current.text,
    })
    this.apply(person, current, { to: next.to, note, override })
  }

  giveBack(person: Person): void {
    const note = this.words('return')
    this.keepDecision(person, 'return', this.next('return', person).to, { note })
    this.act('return', person, { firstApproverId: null }, { words: note })
  }

  reject(person: Person): void {
    const note = this.words('rejection')
    this.keepDecision(person, 'reject', this.next('reject', person).to, { note })
    this.act('reject', person, this.decidedBy(person), { words: note })
  }

  /** The request finds its order: its own chain ends, and its story goes on in the order's. */
  match(): void {
    const { story, request } = this
    const details = { state: request.state, match: 'exact' }
    const event = requestEvent(story.by(null, 'cli'), { request }, 'correction.matched', { details })
    this.own.push({ ...event, shopId: request.shopId, orderId: null })
    story.append([event])
    this.copyOfMatch = story.events.at(-1) ?? null
    const { id: orderId, version: orderVersion, number } = story.order
    const version = request.version + 1
    Object.assign(request, { orderId, orderVersion, number, numberMatch: 'exact', version })
    this.assessment = this.assess()
  }

  /** The request's own chain, if it has one; the order's then says where it came from. */
  linkOwn(random: RandomBytes): ReturnType<typeof link>[] {
    if (this.own.length === 0) return []
    const { id } = this.request
    const chain = link({ id, about: null, head: this.request, events: this.own }, random)
    Object.assign(this.request, chain.head)
    const { eventSeq: chain_seq, eventHash: chain_hash } = chain.head
    if (this.copyOfMatch) {
      this.copyOfMatch.details = { ...this.copyOfMatch.details, chain: id, chain_seq, chain_hash }
    }
    return [chain]
  }

  private apply(
    person: Person,
    current: Approvable,
    { to, note, override }: { to: RequestState; note: string | null; override: boolean },
  ): void {
    const { before, after } = current.content
    const details = factsOf(current, decisionInput(this.request, override))
    const { digest } = current
    const corrected = this.event(person, 'order.corrected', { before, after, digest, details })
    const approved = this.event(person, 'correction.approved', {
      ...{ digest, details },
      ...(note && { words: note }),
    })
    this.record([corrected, approved], { to, shown: after, set: this.decidedBy(person) })
  }

  private next(action: RequestAction, person: Person) {
    const next = step(this.state, action)
    if (!next || !may(person.role, next.permission)) {
      throw new Error(`the life table lets no ${person.role} ${action} what is ${this.state}`)
    }
    return next
  }

  private event(person: Person, action: EventAction, extra: Extra): RequestEvent {
    return requestEvent(this.story.by(person), this, action, extra)
  }

  /** As `corrections/record.server.ts` records: each event tells the states, the version guards the row. */
  private record(events: RequestEvent[], change?: Change): void {
    const { request, story } = this
    const states: Record<string, string> = change
      ? { state_before: request.state, state_after: change.to }
      : { state: request.state }
    const told = events.map((event) => ({ ...event, details: { ...event.details, ...states } }))
    if (!request.orderId) {
      this.own.push(...told.map((event) => ({ ...event, shopId: request.shopId, orderId: null })))
    } else if (change?.shown) story.show(told, change.shown)
    else story.append(told)
    if (change) Object.assign(request, { ...change.set, state: change.to, version: request.version + 1 })
  }

  private assess(): Assessment {
    const { request, story } = this
    const { order, shop, deliveries, standing } = story
    const matched = request.orderId !== null
    const facts = {
      ...order,
      deliveries,
      carrierSetting: shop.carrierSetting,
      orderedOn: tokyoDay(order.orderedAt),
    }
    const evidence = matched ? standing : null
    const assessment = assess({
      ...{ order: matched ? facts : null, request: { ...request, reason: request.reason ?? '' }, evidence },
      ...{ today: tokyoDay(new Date(story.now)), settings },
    })
    const secondPerson = assessment.secondPerson || evidence?.kind === 'screenshot'
    const { verdict } = assessment
    const findings = assessment.findings.map(({ id, severity, params }) => ({
      id,
      severity,
      params: { ...params },
    }))
    const evidenceId = evidence?.id ?? null
    story.rows.assessment.push({
      ...{ id: story.newId(), requestId: request.id, evidenceId, orderVersion: matched ? order.version : 0 },
      ...{ verdict, secondPerson, findings, at: new Date(story.now) },
    })
    Object.assign(request, { verdict, secondPerson, evidenceId })
    return { ...assessment, secondPerson }
  }

  private approvable(): Approvable {
    const { order, deliveries, standing } = this.story
    const assessed = { assessment: this.assessment, evidence: standing }
    return approvable(this.request, { ...order, deliveries }, assessed)
  }

  private keepDecision(
    person: Person,
    action: Decision['action'],
    result: RequestState,
    made: { note: string | null; override?: boolean; digest?: string; content?: string },
  ): void {
    const { digest = null, content = null, note, override = false } = made
    this.story.rows.decision.push({
      ...{ id: this.story.newId(), requestId: this.request.id, actorId: person.id, action, digest, content },
      ...{ note, override, idempotencyKey: this.story.newId(), result, at: new Date(this.story.now) },
    })
  }

  private write(person: Person, { kind, occasion }: Said): string {
    const body = this.words(occasion)
    const at = new Date(this.story.now)
    const { id: requestId } = this.request
    this.story.rows.message.push({ id: this.story.newId(), requestId, authorId: person.id, kind, body, at })
    return body
  }

  private words(occasion: Occasion): string {
    return this.story.world.write(occasion, this.story.events.length + this.own.length)
  }

  private decidedBy(person: Person): Partial<CorrectionRequest> {
    return { decidedById: person.id, decidedAt: new Date(this.story.now) }
  }
}

const said = {
  question: { kind: 'question', occasion: 'question' },
  answer: { kind: 'answer', occasion: 'answer' },
  note: { kind: 'note', occasion: 'note' },
} as const satisfies Record<string, Said>

function decisionInput({ reference }: CorrectionRequest, override: boolean) {
  return { reference, override, idempotencyKey: '', action: 'approve', digest: '' } as const
}
