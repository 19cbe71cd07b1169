import { z } from 'zod'
import { tokenCheckSum } from '../../check-sum.server'
import { whyUnfit } from '../../number'
import type { CardHolder, SavedByMember } from '../saved-cards'
import { cardAt } from '../saved-cards'
import type { SandboxStore } from '../store.server'
import type { Trader } from '../transaction'

/** What a shop asks the card page for; kept in the page's form as it came. */
export const cardPageSchema = z.object({
  trader_code: z.string().min(1),
  order_no: z.string().refine((number) => whyUnfit(number) === null),
  /** Yen; only shown. */
  amount: z.string().regex(/^[1-9]\d{0,8}$/),
  return_to: z.url({ protocol: /^https?$/ }),
  /** 2 and 3 ask for the security code. */
  auth_div: z.enum(['0', '1', '2', '3']).default('2'),
  /** 01 uses a saved card or saves one, `00` neither. */
  opt_serv_div: z.enum(['00', '01']).default('00'),
  member_id: z.string().default(''),
  auth_key: z.string().default(''),
  check_sum: z.string().default(''),
  /** Whether a card that is typed will be saved. */
  save: z.enum(['0', '1']).default('1'),
  /** A saved card that the shop has let the buyer choose already. */
  card_key: z.string().default(''),
  last_credit_date: z.string().default(''),
  lang: z.enum(['ja', 'en']).catch('ja'),
})
export type CardPageQuery = z.output<typeof cardPageSchema>

export type Asked = {
  query: CardPageQuery
  trader: Trader
  returnTo: URL
  /** Null where neither saving nor saved cards were asked for. */
  holder: CardHolder | null
  chosen: SavedByMember | null
}

type Parts = { store: SandboxStore; traders: Trader[]; shopOrigins: string[] }

/** What the page was asked for, if it may be: by a known trader, back to a known place, for a member it vouches for. */
export function askedOf(parts: Parts, input: unknown): Asked | null {
  const parsed = cardPageSchema.safeParse(input)
  if (!parsed.success) return null
  const query = parsed.data
  const returnTo = new URL(query.return_to)
  const trader = parts.traders.find(({ code }) => code === query.trader_code)
  if (!trader || !mayReturnTo(returnTo, parts.shopOrigins)) return null
  if (query.opt_serv_div === '00') return { query, trader, returnTo, holder: null, chosen: null }
  const holder = holderOf(parts.store, trader, query)
  if (!holder) return null
  const chosen = query.card_key ? cardAt(holder, query.card_key, query.last_credit_date) : null
  // The card was deleted or charged meanwhile: the shop lists them again.
  if (query.card_key && !chosen) return null
  return { query, trader, returnTo, holder, chosen }
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

function mayReturnTo({ hostname, origin, username, password }: URL, shopOrigins: string[]): boolean {
  if (username || password) return false
  return loopback.has(hostname) || shopOrigins.includes(origin)
}

function holderOf(store: SandboxStore, trader: Trader, query: CardPageQuery): CardHolder | null {
  const { member_id: memberId, auth_key: authenticationKey, auth_div } = query
  const { code: traderCode, accessKey, savesCards } = trader
  if (!savesCards || !accessKey || !/^[0-9A-Za-z]{1,64}$/.test(memberId)) return null
  const member = { memberId, authenticationKey, accessKey }
  if (tokenCheckSum(member, auth_div) !== query.check_sum) return null
  const known = store.holder(traderCode, memberId)
  if (known && known.authenticationKey !== authenticationKey) return null
  return known ?? { traderCode, memberId, authenticationKey, cards: [] }
}
