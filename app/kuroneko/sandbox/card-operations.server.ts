import { tokyoFields } from '~/platform/tokyo'
import { checkSum } from '../check-sum.server'
import { done, type Elements, refuse } from './answer'
import { codeOfField } from './fields.server'
import { status } from './life'
import type { Call, Result } from './operations.server'
import { type CardHolder, cardAt, lockOf, type SavedByMember } from './saved-cards'

type MemberFunction = 'A01' | 'A03' | 'A04' | 'A05'
/** Kind 71: the content is not right. */
const wrongContent = '71'

/** The code for a check sum that the merchant's secret does not vouch for. */
export function checkSumError(function_: MemberFunction, { trader, fields }: Call): string | null {
  const { member_id: memberId = '', authentication_key: authenticationKey = '' } = fields
  const accessKey = trader.accessKey
  const right = accessKey && checkSum({ memberId, authenticationKey, accessKey }) === fields.check_sum
  return right ? null : codeOfField(function_, 'check_sum', wrongContent)
}

/** The code for a member who is known by another authentication key. */
export function holderError(function_: MemberFunction, call: Call): string | null {
  const holder = holderOf(call)
  const right = !holder || holder.authenticationKey === call.fields.authentication_key
  return right ? null : codeOfField(function_, 'authentication_key', wrongContent)
}

/** A03 */
export function listCards(call: Call): Result {
  const refused = memberRefused('A03', 'A032000001', call)
  if (refused) return refused
  const cards = holderOf(call)?.cards ?? []
  const cardData = cards.map((card, index) => cardElements(call, card, index))
  return { errorCode: null, elements: { cardUnit: cards.length, cardData } }
}

/** A04 */
export function changeCard(call: Call): Result {
  const refused = memberRefused('A04', 'A042000003', call)
  if (refused) return refused
  const { fields, now } = call
  const { holder, card } = lockedCard(call)
  if (!holder || !card) return refuse('A043000001')
  const { card_exp: expiry = '', card_owner: owner = '', card_code_api: brand = '' } = fields
  const same = expiry === card.expiry && owner === card.owner && brand === card.brand
  if (same) return refuse('A043000002')
  if (isExpired(expiry, now)) return refuse('A044000001')
  const cards = holder.cards.map((one) => (one.id === card.id ? { ...one, expiry, owner, brand } : one))
  return { ...done, holder: { ...holder, cards } }
}

/** A05. The cards behind it move up. */
export function deleteCard(call: Call): Result {
  const refused = memberRefused('A05', 'A052000001', call)
  if (refused) return refused
  const { holder, card } = lockedCard(call)
  if (!holder || !card) return refuse('A053000001')
  if (carriesReservation(call, card)) return refuse('A054000001')
  return { ...done, holder: { ...holder, cards: holder.cards.filter(({ id }) => id !== card.id) } }
}

/** @param expiry `MMYY` */
export function isExpired(expiry: string, now: Date): boolean {
  const month = tokyoFields(now).day.slice(2, 7).replace('-', '')
  return `${expiry.slice(2)}${expiry.slice(0, 2)}` < month
}

function memberRefused(function_: MemberFunction, notContracted: string, call: Call): Result | null {
  if (!call.trader.savesCards) return refuse(notContracted)
  const wrong = checkSumError(function_, call) ?? holderError(function_, call)
  return wrong ? refuse(wrong) : null
}

function holderOf({ trader, fields, store }: Call): CardHolder | undefined {
  return store.holder(trader.code, fields.member_id ?? '')
}

function lockedCard(call: Call) {
  const holder = holderOf(call)
  const { card_key: key = '', last_credit_date: lock = '' } = call.fields
  return { holder, card: cardAt(holder, key, lock) }
}

function carriesReservation({ store }: Call, { id }: SavedByMember): boolean {
  return store
    .all()
    .some(({ savedCardId, statusInfo }) => savedCardId === id && statusInfo === status.reserved)
}

function cardElements(call: Call, card: SavedByMember, index: number): Elements {
  return {
    cardKey: index + 1,
    maskingCardNo: card.masked,
    cardExp: card.expiry,
    cardOwner: card.owner,
    cardCodeApi: card.brand,
    lastCreditDate: lockOf(card),
    subscriptionFlg: carriesReservation(call, card) ? '1' : '0',
    regularFlg: '0',
  }
}
