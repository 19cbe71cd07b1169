import { v7 as uuidv7 } from 'uuid'
import type { NewEvent } from '~/audit/events'
import { sha256 } from '~/audit/text.server'
import type { Kuroneko, Limits } from '~/kuroneko/client.server'
import type { Inquiry, Outcome } from '~/kuroneko/inquiry'
import { kuronekoNumberOf } from '~/kuroneko/number'
import type { Database, Transaction } from '~/platform/database.server'
import type { Evidence } from '~/platform/prisma/client'
import type { By } from '~/staff/desk.server'
import { differenceOf } from './drift/difference'
import { settleByEvidence } from './drift/settle.server'
import { lockOrder, type OrderWithDeliveries, recordOnOrder } from './record.server'
import { type StandingEvidence, standingEvidence } from './standing-evidence.server'

/** Who asks, and through which client. */
export type Asker = By & { db: Database; kuroneko: Kuroneko }

/**
 * Asks Kuroneko about an order, keeps the whole answer as evidence, and tells the order's log. Null for orders that
 * Kuroneko knows nothing of: not paid there by card, or imported from elsewhere.
 * @param limits how long to wait; a person's patience unless told
 */
export async function askKuroneko(
  asker: Asker,
  orderId: string,
  limits?: Partial<Limits>,
): Promise<Evidence | null> {
  const kept = await askAndKeep(asker, orderId, limits)
  return kept?.evidence ?? null
}

/** The same with the whole of what was answered, slip numbers included. */
export async function askAndKeep(
  asker: Asker,
  orderId: string,
  limits?: Partial<Limits>,
): Promise<{ evidence: Evidence; outcome: Outcome } | null> {
  const inquiry = await inquire(asker, orderId, limits)
  if (!inquiry) return null
  return asker.db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    return order && { evidence: await keepEvidence(tx, asker, order, inquiry), outcome: inquiry.outcome }
  })
}

export type News = {
  /** Whether a usable answer came this time. */
  answered: boolean
  /** Whether it was kept, for it says something that was not known. */
  isNew: boolean
  /** Whether the order shows something else than this answer says. */
  differs: boolean
}

/**
 * The same for what the desk asks by itself, again and again: an answer that says what is known already is not kept,
 * and neither is one that did not come where there is evidence (`docs/decisions/013-what-the-desk-asks-by-itself.md`).
 */
export async function askForNews(
  asker: Asker,
  orderId: string,
  limits?: Partial<Limits>,
): Promise<News | null> {
  const inquiry = await inquire(asker, orderId, limits)
  if (!inquiry) return null
  return asker.db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) return null
    const standing = await standingEvidence(tx, orderId)
    const answered = inquiry.outcome.kind !== 'unknown'
    const isNew = answered ? saysOtherwise(inquiry, standing) : standing === null
    const evidence = isNew
      ? await keepEvidence(tx, asker, order, inquiry)
      : await confirm(tx, asker, order, { answered, standing })
    return { answered, isNew, differs: answered && !!evidence && differenceOf({ order, evidence }) !== null }
  })
}

/** An answer as before: a drift is still one, and an order that was changed meanwhile may agree by now. */
async function confirm(
  tx: Transaction,
  by: By,
  order: OrderWithDeliveries,
  { answered, standing }: { answered: boolean; standing: StandingEvidence | null },
): Promise<StandingEvidence | null> {
  if (!answered || !standing) return standing
  const because = { at: by.clock.now(), actor: actorOf(by), via: by.via }
  const settled = await settleByEvidence(tx, order, standing, because)
  if (settled.length > 0) await recordOnOrder(tx, order, settled)
  return standing
}

function actorOf({ actor }: By) {
  return actor && { id: actor.id, role: actor.role }
}

function saysOtherwise(inquiry: Inquiry, standing: StandingEvidence | null): boolean {
  if (standing?.kind !== 'inquiry') return true
  const { outcome, statusInfo = null, amount = null } = evidenceFields(inquiry)
  return standing.outcome !== outcome || standing.statusInfo !== statusInfo || standing.amount !== amount
}

async function inquire(asker: Asker, orderId: string, limits?: Partial<Limits>): Promise<Inquiry | null> {
  const order = await asker.db.order.findUnique({
    where: { id: orderId },
    select: {
      number: true,
      kuronekoOrderNumber: true,
      paymentMethod: true,
      origin: true,
      shop: { select: { traderCode: true } },
    },
  })
  if (order?.paymentMethod !== 'kuroneko_card' || order.origin === 'imported') return null
  const { number } = kuronekoNumberOf(order)
  return asker.kuroneko.inquire({ traderCode: order.shop.traderCode, orderNumber: number }, limits)
}

/** Keeps what Kuroneko answered, in one transaction with the event that tells of it. */
async function keepEvidence(
  tx: Transaction,
  asker: Asker,
  order: OrderWithDeliveries,
  inquiry: Inquiry,
): Promise<Evidence> {
  const { actor } = asker
  const evidence = await tx.evidence.create({
    data: {
      ...evidenceFields(inquiry),
      id: uuidv7(),
      shopId: order.shopId,
      orderId: order.id,
      kind: 'inquiry',
      actorId: actor?.id ?? null,
    },
  })
  const inquired = inquiredEvent(asker, evidence)
  const settled = await settleByEvidence(tx, order, evidence, inquired)
  await recordOnOrder(tx, order, [inquired, ...settled])
  return evidence
}

type EvidenceFields = Pick<
  Evidence,
  'askedNumber' | 'askedAt' | 'answeredAt' | 'attempts' | 'raw' | 'outcome'
> &
  Partial<Pick<Evidence, 'reason' | 'errorCode' | 'statusInfo' | 'amount' | 'settledAt' | 'cancelledAt'>>

function evidenceFields({ question, outcome, answeredAt, attempts, raw }: Inquiry): EvidenceFields {
  const common = { askedNumber: question.orderNumber, askedAt: question.askedAt, answeredAt, attempts, raw }
  if (outcome.kind === 'not_found') return { ...common, outcome: outcome.kind }
  if (outcome.kind === 'unknown') {
    return { ...common, outcome: outcome.kind, reason: outcome.reason, errorCode: outcome.errorCode ?? null }
  }
  const { kind, statusInfo, amount, settledAt, cancelledAt } = outcome
  return { ...common, outcome: kind, statusInfo, amount, settledAt, cancelledAt }
}

function inquiredEvent(by: By, evidence: Evidence): Omit<NewEvent, 'shopId' | 'orderId'> {
  const { outcome, reason } = evidence
  return {
    action: 'order.inquired',
    ...(outcome === 'unknown'
      ? { outcome: 'refused', refusal: reason ?? 'unreachable' }
      : { outcome: 'done' }),
    at: by.clock.now(),
    actor: actorOf(by),
    via: by.via,
    requestId: null,
    details: evidenceFacts(evidence),
  }
}

/** Evidence as the log tells of it: its substance, and the digest of the whole answer. */
export function evidenceFacts(evidence: Evidence) {
  return {
    evidence: evidence.id,
    evidence_kind: evidence.kind,
    evidence_outcome: evidence.outcome,
    evidence_digest: evidence.raw === null ? null : sha256(evidence.raw),
    status_info: evidence.statusInfo,
    evidence_amount: evidence.amount,
  }
}
