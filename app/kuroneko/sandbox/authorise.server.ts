import { randomBytes, randomUUID } from 'node:crypto'
import { refuse } from './answer'
import { codeOfField } from './fields.server'
import { status } from './life'
import type { Call, Result } from './operations.server'
import { type CardHolder, hasRoomFor, withNewest } from './saved-cards'
import { authHtml } from './three-d.server'
import type { CardUse, Grant } from './tokens'
import type { SandboxTransaction } from './transaction'

/** Each function has its own codes for the same refusals. */
export type Codes = { refused: string; notSaved: string }

/** Charges a card for a number that is not used yet: at once, or after the issuer has asked the buyer. */
export function charge(call: Call, function_: 'A01' | 'A08', grant: Grant, codes: Codes): Result {
  const { trader, fields, now } = call
  const holder = grant.use && holderOf(call, grant.use)
  if (holder && grant.use?.savedCardId === null && !hasRoomFor(holder, grant.card))
    return refuse(codes.notSaved)
  const made = newTransaction(call, grant)
  if (!trader.threeDSecure && !grant.threeD) return settle(call, made, grant, codes)
  const returnUrl = fields.trader_ec_url
  if (!returnUrl) return refuse(codeOfField(function_, 'trader_ec_url', '01'))
  const { card, creditErrorCode, use } = grant
  const session = randomUUID()
  const token = secret()
  const waiting = { token, session, secret: secret(), returnUrl, card, creditErrorCode, use }
  return {
    errorCode: null,
    elements: { threeDAuthHtml: authHtml(`${call.origin}/three-d/${session}`), threeDToken: token },
    changed: moved({ ...made, threeD: waiting }, { statusInfo: status.underWay }, 'register', now),
  }
}

/** What the card network says now, and what becomes of the card. A refused number is used up all the same. */
export function settle(
  call: Call,
  transaction: SandboxTransaction,
  { card, creditErrorCode, use }: Pick<Grant, 'card' | 'creditErrorCode' | 'use'>,
  codes: Codes,
  act: 'register' | 'three_d' = 'register',
): Result {
  const { now } = call
  if (creditErrorCode) {
    const changed = moved(transaction, { statusInfo: status.refused }, act, now)
    return { ...refuse(codes.refused, { creditErrorCode }), changed }
  }
  const holder = use && holderOf(call, use)
  // Somebody may have saved a third card while the issuer asked.
  if (holder && use?.savedCardId === null && !hasRoomFor(holder, card)) {
    return {
      ...refuse(codes.notSaved),
      changed: moved(transaction, { statusInfo: status.refused }, act, now),
    }
  }
  const id = use?.savedCardId ?? randomUUID()
  const at = now.toISOString()
  const approvalCode = transaction.scheduledShippingDate ? '' : transaction.orderDataSeq.slice(-6)
  const changed = moved(
    transaction,
    {
      statusInfo: approvalCode ? status.authorised : status.reserved,
      approvalCode,
      authorisedAt: approvalCode ? at : null,
      settledAt: approvalCode ? at : null,
      ...(use && { memberId: use.memberId, savedCardId: id }),
    },
    act,
    now,
  )
  return {
    errorCode: null,
    elements: { crdCResCd: approvalCode },
    changed,
    ...(holder && { holder: withNewest(holder, { ...card, id }, now) }),
  }
}

/** The transaction after something that is no act of its own. */
export function moved(
  transaction: SandboxTransaction,
  changed: Partial<SandboxTransaction> & Pick<SandboxTransaction, 'statusInfo'>,
  act: 'register' | 'three_d',
  now: Date,
): SandboxTransaction {
  const at = now.toISOString()
  const next = { ...transaction, ...changed, renewedAt: at }
  const { statusInfo, amount } = next
  return { ...next, history: [...next.history, { at, by: 'api', act, statusInfo, amount }] }
}

function holderOf({ trader, store }: Call, { memberId, authenticationKey }: CardUse): CardHolder {
  const known = store.holder(trader.code, memberId)
  return known ?? { traderCode: trader.code, memberId, authenticationKey, cards: [] }
}

function newTransaction({ trader, fields, store, now }: Call, { card }: Grant): SandboxTransaction {
  return {
    traderCode: trader.code,
    orderNo: fields.order_no ?? '',
    statusInfo: status.underWay,
    amount: Number(fields.settle_price),
    settleMethodDiv: '0',
    settleMethod: card.brand,
    orderDataSeq: String(900_000_000 + store.all().length + 1),
    approvalCode: '',
    authorisedAt: null,
    settledAt: null,
    cancelledAt: null,
    renewedAt: now.toISOString(),
    slips: [],
    scheduledShippingDate: fields.scheduled_shipping_date || null,
    history: [],
  }
}

/** 32 characters. */
function secret(): string {
  return randomBytes(16).toString('hex')
}
