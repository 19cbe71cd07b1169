import { z } from 'zod'
import { type CardMember, tokenCheckSum } from './check-sum.server'

/** What the sandbox's card page is asked for. It stands in for Kuroneko's script, which real shops put on their page. */
export type CardPageCall = {
  traderCode: string
  orderNumber: string
  /** Yen; only shown there. */
  amount: number
  /** Where the buyer comes back to: on this machine, or at the desk's own address. */
  returnTo: string
  language: 'ja' | 'en'
  /** Whether the page asks for the security code. */
  securityCode?: boolean
  /** A buyer whose cards may be saved and used. */
  member?: CardMember
  /** Whether a card that is typed there will be saved; true unless told otherwise. Needs `member`. */
  save?: boolean
  /** A saved card that the buyer has chosen already: the page asks for its security code only. Needs `member`. */
  savedCard?: { cardKey: string; lastCreditDate: string }
}

/** @param kuronekoUrl the sandbox's protocol address, as `KURONEKO_URL` names it */
export function cardPageUrl(kuronekoUrl: string, call: CardPageCall): string {
  const { member, savedCard, securityCode = true, save = true } = call
  const authDiv = securityCode ? '2' : '0'
  const url = new URL('/card', kuronekoUrl.replaceAll('{name}', 'name'))
  url.search = new URLSearchParams({
    trader_code: call.traderCode,
    order_no: call.orderNumber,
    amount: String(call.amount),
    return_to: call.returnTo,
    auth_div: authDiv,
    opt_serv_div: member ? '01' : '00',
    lang: call.language,
    ...(member && {
      member_id: member.memberId,
      auth_key: member.authenticationKey,
      check_sum: tokenCheckSum(member, authDiv),
      save: save ? '1' : '0',
    }),
    ...(savedCard && { card_key: savedCard.cardKey, last_credit_date: savedCard.lastCreditDate }),
  }).toString()
  return url.href
}

const brought = z.object({
  token: z.string().regex(/^[0-9A-Za-z]{1,64}$/),
  card_code_api: z.string().regex(/^\d{1,2}$/),
  masked_card_no: z.string().regex(/^\*{4,16}\d{4}$/),
})

export type CardReturn = { token: string; cardCodeApi: string; maskedNumber: string }

/** What the buyer brings back from the card page; null for one who gave up, or for anything else. */
export function readCardReturn(query: URLSearchParams): CardReturn | null {
  const parsed = brought.safeParse(Object.fromEntries(query))
  if (!parsed.success) return null
  const { token, card_code_api: cardCodeApi, masked_card_no: maskedNumber } = parsed.data
  return { token, cardCodeApi, maskedNumber }
}
