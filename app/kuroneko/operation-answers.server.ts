import { z } from 'zod'
import type { Operation, OperationAnswers, OperationOutcome } from './operation'
import { refusalKindOf } from './refusals'
import { xmlReader } from './xml.server'

/** A page of HTML as an element's text may hold thousands of entities. */
const rootOf = xmlReader({ lists: ['cardData'], entities: 20_000 })

/** An element's text; an absent or empty one, or one that holds only white space, is ''. */
const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() ?? '')

const common = z.object({ returnCode: z.enum(['0', '1']), errorCode: text, creditErrorCode: text })

const nothing = z.object({}).transform(() => ({}))

const registered = z
  .object({ crdCResCd: text, threeDAuthHtml: text, threeDToken: text })
  .refine(({ threeDAuthHtml, threeDToken }) => (threeDAuthHtml === '') === (threeDToken === ''))
  .transform(({ crdCResCd, threeDAuthHtml, threeDToken }): OperationAnswers['register_with_token'] =>
    threeDToken
      ? { step: 'three_d_secure', html: threeDAuthHtml, threeDToken }
      : { step: 'registered', approvalCode: crdCResCd || null },
  )

const finished = z
  .object({ crdCResCd: text })
  .transform(({ crdCResCd }) => ({ approvalCode: crdCResCd || null }))

const shipment = z
  .object({ slipUrlPc: text, slipUrlMobile: text })
  .transform((answer) => ({ slipUrl: answer.slipUrlPc || null, mobileSlipUrl: answer.slipUrlMobile || null }))

const card = z
  .object({
    cardKey: text.refine((key) => /^\d{1,2}$/.test(key)),
    maskingCardNo: text,
    cardExp: text,
    cardOwner: text,
    cardCodeApi: text,
    lastCreditDate: text.refine((date) => /^\d{14}$/.test(date)),
    subscriptionFlg: text,
    regularFlg: text,
  })
  .transform((found) => ({
    cardKey: found.cardKey,
    maskedNumber: found.maskingCardNo,
    expiry: found.cardExp,
    owner: found.cardOwner,
    cardCodeApi: found.cardCodeApi,
    lastCreditDate: found.lastCreditDate,
    hasReservation: found.subscriptionFlg === '1',
    hasRecurring: found.regularFlg === '1',
  }))

const cards = z
  .object({
    cardUnit: text.refine((count) => /^\d{1,2}$/.test(count)),
    cardData: z.array(z.union([card, z.literal('').transform(() => null)])).default([]),
  })
  .transform(({ cardUnit, cardData }) => ({
    count: Number(cardUnit),
    cards: cardData.filter((found) => found !== null),
  }))
  .refine(({ count, cards }) => count === cards.length)
  .transform(({ cards }) => ({ cards }))

const readers: { [O in Operation]: z.ZodType<OperationAnswers[O]> } = {
  cancel: nothing,
  change_amount: nothing,
  re_authorise: nothing,
  register_with_token: registered,
  finish_three_d_secure: finished,
  register_with_saved_card: registered,
  finish_saved_card_three_d_secure: finished,
  list_cards: cards,
  delete_card: nothing,
  register_shipment: shipment,
  take_back_shipment: nothing,
}

/**
 * What the answer to an operation says. No status is read from it, and what contradicts itself is unknown.
 * @param xml the body of an HTTP 200
 */
export function readOperationAnswer<O extends Operation>(operation: O, xml: string): OperationOutcome<O> {
  const root = rootOf(xml)
  const parsed = common.safeParse(root)
  if (!parsed.success) return malformed()
  const { returnCode, errorCode, creditErrorCode } = parsed.data
  if (returnCode === '1' || errorCode) {
    return {
      kind: 'refused',
      errorCode: errorCode.slice(0, 32),
      creditErrorCode: creditErrorCode.slice(0, 32) || null,
      // "Done" beside an error code says too little to trust what the code would mean alone.
      refusal: returnCode === '1' ? refusalKindOf(errorCode) : 'state',
    }
  }
  const answer = readers[operation].safeParse(root)
  return answer.success && !creditErrorCode ? { kind: 'done', answer: answer.data } : malformed()
}

function malformed() {
  return { kind: 'unknown', reason: 'malformed', notSent: false } as const
}
