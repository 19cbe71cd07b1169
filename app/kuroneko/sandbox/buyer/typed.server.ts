import { isExpired } from '../card-operations.server'
import type { KeptCard } from '../saved-cards'
import { type Behaviour, behaviourOf, masked, testCards } from '../test-cards'
import type { Asked } from './asked.server'
import type { TextKey } from './texts'

/** What the buyer typed or chose. The number and the code go no further than this. */
export type TypedForm = {
  pay_with: string
  card_no: string
  card_exp: string
  card_owner: string
  security_code: string
}
export type TypedField = keyof TypedForm
export type Problems = Partial<Record<TypedField, TextKey>>

export const newCard = 'new'

export type Chosen = { card: KeptCard; savedCardId: string | null } & Behaviour

/** The card to pay with; or what is wrong, by field. */
export function cardOf(
  asked: Asked,
  form: TypedForm,
  now: Date,
): { ok: true; chosen: Chosen } | { ok: false; problems: Problems } {
  const saved = asked.holder?.cards.find(({ id }) => id === form.pay_with)
  const problems: Problems = {
    ...codeProblem(asked, form),
    ...(saved ? {} : form.pay_with === newCard ? typedProblems(form, now) : { pay_with: 'badCard' }),
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  if (saved) {
    const { id, lastCreditAt: _, ...card } = saved
    return { ok: true, chosen: { card, savedCardId: id, ...behaviourOf(card) } }
  }
  const known = testCard(form.card_no)
  if (!known) return { ok: false, problems: { card_no: 'badNumber' } }
  const { number, brand, creditErrorCode, threeD } = known
  const owner = plain(form.card_owner).trim().toUpperCase()
  const card = { masked: masked(number), brand, expiry: expiryOf(form) ?? '', owner }
  return { ok: true, chosen: { card, savedCardId: null, creditErrorCode, threeD } }
}

/** Security codes are asked for with `auth_div` 2 and 3. */
export function asksCode({ query }: Asked): boolean {
  return query.auth_div === '2' || query.auth_div === '3'
}

function codeProblem(asked: Asked, { security_code }: TypedForm): Problems {
  return asksCode(asked) && !/^\d{3,4}$/.test(plain(security_code).trim()) ? { security_code: 'badCode' } : {}
}

function typedProblems(form: TypedForm, now: Date): Problems {
  const expiry = expiryOf(form)
  return {
    ...(!testCard(form.card_no) && { card_no: 'badNumber' }),
    ...((!expiry || isExpired(expiry, now)) && { card_exp: 'badExpiry' }),
    ...(!/^[A-Za-z][A-Za-z .'-]{1,44}$/.test(plain(form.card_owner).trim()) && { card_owner: 'badOwner' }),
  }
}

function testCard(typed: string) {
  const number = plain(typed).replace(/[\s-]/g, '')
  return testCards.find((card) => card.number === number)
}

/** `MMYY`; null for what is no month and year. */
function expiryOf({ card_exp }: TypedForm): string | null {
  const [, month, year] = /^(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d\d)$/.exec(plain(card_exp).trim()) ?? []
  return month && year ? `${month.padStart(2, '0')}${year}` : null
}

/** Full-width digits and letters as half-width ones. */
function plain(text: string): string {
  return text.normalize('NFKC')
}
