import { longestNumber } from '../number'
import { threeDFields } from '../operation-requests.server'
import type { FunctionCode } from '../operations'

/** A request's fields in Kuroneko's order; the function code is the first (kuroneko.md §2, "Anatomy"). */
type Rule = {
  name: string
  optional?: boolean
  longest?: number
  /** Kind 03. */
  longestBytes?: number
  /** Kind 04. */
  characters?: RegExp
  /** Kind 05. */
  format?: RegExp
  /** Kind 06. */
  values?: string[]
}

const trader: Rule = { name: 'trader_code', longest: 9, characters: /^[0-9A-Za-z]+$/ }
const order: Rule = { name: 'order_no', longest: longestNumber, characters: /^[0-9A-Z#\-*/<>:@]+$/ }
const price = (name: string): Rule => ({ name, longest: 7, characters: /^\d+$/, format: /[1-9]/ })
const date = (name: string): Rule => ({ name, longest: 8, characters: /^\d+$/, format: /^\d{8}$/ })

const payment: Rule[] = [
  trader,
  { name: 'device_div', values: ['1', '2', '3'] },
  order,
  price('settle_price'),
  { name: 'buyer_name_kanji', longestBytes: 60, characters: /^[^―～∥－￠￡￢｡-ﾟ]+$/u },
  { name: 'buyer_tel', longest: 13, characters: /^[\d-]+$/ },
  { name: 'buyer_email', longest: 64, format: /^[^@\s]+@[^@\s]+$/ },
  { name: 'pay_way', characters: /^\d+$/ },
  { name: 'goods_name', longest: 200 },
  { name: 'card_code_api', characters: /^\d+$/ },
]
/** Kuroneko wants https; a demonstration on one machine has none. */
const returnUrl: Rule = {
  name: 'trader_ec_url',
  optional: true,
  longest: 128,
  format: /^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/,
}
const member: Rule[] = [
  { name: 'member_id', longest: 64, characters: /^[0-9A-Za-z]+$/ },
  { name: 'authentication_key', longest: 8, characters: /^[0-9A-Za-z]+$/ },
  { name: 'check_sum', characters: /^[0-9a-f]{64}$/ },
]
const cardPlace: Rule[] = [
  { name: 'card_key', characters: /^\d+$/ },
  { name: 'last_credit_date', longest: 14, characters: /^\d+$/, format: /^\d{14}$/ },
]
const threeD: Rule[] = [
  trader,
  order,
  ...threeDFields.map((name) => ({ name, optional: true, longest: 2_000 })),
  { name: 'three_d_token', longest: 32 },
]

/** Positions beyond the order number's are known for E01 and E03 only; the others' follow the same order (unverified). */
const rules = {
  E04: [trader, order],
  A06: [trader, order],
  A07: [trader, order, price('new_price')],
  A08: [
    ...payment,
    { name: 'token', longest: 16 },
    returnUrl,
    { ...date('scheduled_shipping_date'), optional: true },
  ],
  A09: threeD,
  // With a saved card only: no number of a card is ever to be sent here.
  A01: [
    ...payment,
    { name: 'auth_div', values: ['0'] },
    { name: 'option_service_div', values: ['01'] },
    ...member,
    ...cardPlace,
    returnUrl,
  ],
  A02: threeD,
  A03: [trader, ...member],
  A04: [
    trader,
    ...member,
    ...cardPlace,
    { name: 'card_exp', characters: /^\d+$/, format: /^(0[1-9]|1[0-2])\d\d$/ },
    { name: 'card_owner', longest: 50 },
    { name: 'card_code_api', characters: /^\d+$/ },
  ],
  A05: [trader, ...member, ...cardPlace],
  A11: [trader, order],
  E01: [
    trader,
    order,
    { name: 'slip_no', longest: longestNumber, characters: /^[0-9A-Z#\-*/<>:@]+$/ },
    { name: 'delivery_service_code', values: ['00', '99'] },
  ],
  E02: [trader, order, { name: 'slip_no', longest: longestNumber }],
  E03: [trader, order, date('scheduled_shipping_date')],
} satisfies Partial<Record<FunctionCode, Rule[]>>

/** The operations that the sandbox carries out: all of them. */
export type SandboxFunction = keyof typeof rules

export function isSandboxFunction(code: string | undefined): code is SandboxFunction {
  return code !== undefined && Object.hasOwn(rules, code)
}

export type Fields = Record<string, string>

/** The code of the first field that is not as it should be; null where all are. */
export function fieldError(code: SandboxFunction, fields: Fields): string | null {
  const ofFunction: Rule[] = rules[code]
  for (const [index, rule] of ofFunction.entries()) {
    const kind = kindOfError(rule, fields[rule.name] ?? '')
    if (kind) return `${code}101${String(index + 2).padStart(2, '0')}${kind}`
  }
  return null
}

/** The code of a field that is wrong in a way that only the function itself can tell. */
export function codeOfField(code: SandboxFunction, name: string, kind: string): string {
  const ofFunction: Rule[] = rules[code]
  const index = ofFunction.findIndex((rule) => rule.name === name)
  return `${code}101${String(index + 2).padStart(2, '0')}${kind}`
}

function kindOfError(rule: Rule, value: string): string | null {
  if (value === '') return rule.optional ? null : '01'
  if (rule.longest && [...value].length > rule.longest) return '02'
  if (rule.longestBytes && Buffer.byteLength(value) > rule.longestBytes) return '03'
  if (rule.characters && !rule.characters.test(value)) return '04'
  if (rule.format && !rule.format.test(value)) return '05'
  if (rule.values && !rule.values.includes(value)) return '06'
  return null
}

/** The rule of Yamato's slips; the code says which part is broken (kuroneko.md §4). */
export function slipError({ slip_no = '', delivery_service_code }: Fields): string | null {
  if (delivery_service_code !== '00') return null
  if (!/^\d+$/.test(slip_no)) return 'E011010404'
  if (slip_no.length !== 12) return 'E011010402'
  return Number(slip_no.slice(0, 11)) % 7 === Number(slip_no[11]) ? null : 'E011010451'
}
