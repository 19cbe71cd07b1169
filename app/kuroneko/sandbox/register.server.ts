import { refuse } from './answer'
import { charge, moved, settle } from './authorise.server'
import { checkSumError, holderError } from './card-operations.server'
import { status } from './life'
import type { Call, Result } from './operations.server'
import { cardAt } from './saved-cards'
import { behaviourOf } from './test-cards'
import { isSealed, verdicts } from './three-d.server'

/** A08: クレジットカード決済登録 with a token of the sandbox's own. The buyer's data is checked and forgotten. */
export function registerToken(call: Call): Result {
  const { trader, fields, transaction, tokens, now } = call
  if (transaction) return refuse('A082000003')
  const grant = tokens.take(trader.code, fields.token ?? '', now)
  if (!grant) return refuse('A082000004')
  if (grant.use && !trader.savesCards) return refuse('A082000005')
  if (grant.use?.savedCardId) {
    const { memberId, savedCardId } = grant.use
    const there = call.store.holder(trader.code, memberId)?.cards.some(({ id }) => id === savedCardId)
    if (!there) return refuse('A082000008')
  }
  return charge(call, 'A08', grant, { refused: 'A082000010', notSaved: 'A082000011' })
}

/** A01 with a saved card, from the shop's server. */
export function registerSavedCard(call: Call): Result {
  const { trader, fields, transaction, store } = call
  const { member_id: memberId = '', authentication_key: authenticationKey = '' } = fields
  if (transaction) return refuse('A012010001')
  if (!trader.savesCards) return refuse('A012020001')
  const wrong = checkSumError('A01', call) ?? holderError('A01', call)
  if (wrong) return refuse(wrong)
  const holder = store.holder(trader.code, memberId)
  const card = cardAt(holder, fields.card_key ?? '', fields.last_credit_date ?? '')
  // One code, several causes (kuroneko.md §8).
  if (!card) return refuse('A012060001')
  const { id, lastCreditAt: _, ...kept } = card
  const use = { memberId, authenticationKey, savedCardId: id }
  const grant = { traderCode: trader.code, card: kept, ...behaviourOf(card), use }
  return charge(call, 'A01', grant, { refused: 'A012060001', notSaved: 'A012070001' })
}

type ThreeDCodes = {
  already: string
  altered: string
  givenUp: string
  refused: string
  notSaved: string
}

export const threeDCodes: Record<'A02' | 'A09', ThreeDCodes> = {
  A09: {
    already: 'A092000001',
    altered: 'A092000003',
    givenUp: 'A092000004',
    refused: 'A092000005',
    notSaved: 'A092000006',
  },
  // A02's other refusals are in no list.
  A02: {
    already: 'A022010001',
    altered: 'A022030001',
    givenUp: 'A022030001',
    refused: 'A022030001',
    notSaved: 'A022030001',
  },
}

/** A09 and A02: what the browser brought back from the issuer's page. */
export function finishThreeD(call: Call, codes: ThreeDCodes): Result {
  const { transaction, fields, now } = call
  if (!transaction) return refuse(codes.altered)
  const { threeD: pending, ...rest } = transaction
  if (!pending) return refuse(transaction.statusInfo === status.brokenOff ? codes.givenUp : codes.already)
  if (!isSealed(fields, pending)) return refuse(codes.altered)
  const tried = { ...rest, threeDCode: fields.res_code ?? '' }
  if (fields.res_code !== verdicts.passed) {
    const changed = moved(tried, { statusInfo: status.buyerFailed }, 'three_d', now)
    return { ...refuse(codes.givenUp), changed }
  }
  return settle(call, tried, pending, codes, 'three_d')
}
