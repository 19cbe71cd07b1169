import type { OrderOrigin, PaymentMethod } from '~/platform/prisma/enums'
import {
  type Label,
  type PaymentStatus,
  paymentLabels,
  type ShippingStatus,
  shippingLabels,
} from '../statuses'

/** The words that the platform's files use, each with the code it stands for. */
export type Words<Code extends string> = Map<string, Code>

/** A word as it is compared: half-width, without white space, lower case. */
export function plainWord(word: string): string {
  return word.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
}

function words<Code extends string>(
  labels: Partial<Record<Code, Label>>,
  more: [string, Code][] = [],
): Words<Code> {
  const pairs = (Object.entries(labels) as [Code, Label][]).flatMap(([code, { ja }]): [string, Code][] => [
    [ja, code],
    [code, code],
  ])
  return new Map([...pairs, ...more].map(([word, code]) => [plainWord(word), code]))
}

export const paymentWords: Words<PaymentStatus> = words(paymentLabels)

/** A delivery's own words, and the order's 処理状況 with its letters, which say the same more coarsely (`platform.md`). */
export const shippingWords: Words<ShippingStatus> = words(shippingLabels, [
  ['未処理', 'unshipped'],
  ['配送', 'shipped'],
  ['注文キャンセル', 'cancelled'],
  ['N', 'unshipped'],
  ['Y', 'shipped'],
  ['C', 'cancelled'],
  ['R', 'returned'],
])

export const methodWords: Words<PaymentMethod> = words({}, [
  ['クロネコwebコレクト', 'kuroneko_card'],
  ['クロネコwebコレクト クレジット', 'kuroneko_card'],
  ['クレジットカード決済(クロネコwebコレクト)', 'kuroneko_card'],
  ['カード決済(クロネコwebコレクト)', 'kuroneko_card'],
  ['クレジットカード決済', 'kuroneko_card'],
  ['クレジットカード', 'kuroneko_card'],
  ['クレジット', 'kuroneko_card'],
  ['カード決済', 'kuroneko_card'],
  ['kuroneko_card', 'kuroneko_card'],
  ['クロネコwebコレクト コンビニ', 'kuroneko_convenience'],
  ['コンビニ決済(クロネコwebコレクト)', 'kuroneko_convenience'],
  ['クロネコ クレカ払い', 'kuroneko_card_payment'],
  ['クロネコwebコレクト クロネコ クレカ払い', 'kuroneko_card_payment'],
  ['クロネコ代金後払い', 'kuroneko_deferred'],
  ['クロネコwebコレクト クロネコ代金後払い', 'kuroneko_deferred'],
  ['銀行振込', 'bank_transfer'],
  ['任意決済', 'optional_payment'],
  ['代金引換', 'cash_on_delivery'],
  ['代引き', 'cash_on_delivery'],
  ['代引', 'cash_on_delivery'],
  ['後払い.com', 'atobarai_com'],
  ['NP後払い', 'np_atobarai'],
])

export const originWords: Words<OrderOrigin> = words({}, [
  ['自社', 'platform'],
  ['本店', 'platform'],
  ['platform', 'platform'],
  ['外部', 'imported'],
  ['外部取込', 'imported'],
  ['モール', 'imported'],
  ['imported', 'imported'],
])

/** What people write for a payment status, and what the platform calls it. Only ever a suggestion. */
const saidFor: [RegExp, PaymentStatus][] = [
  [/期限/u, 'authorization_expired'],
  [/キャンセル|取消|取り消し/u, 'cancelled'],
  [/失敗|エラー/u, 'failed'],
  [/確定|実売|売上済|決済済|入金/u, 'captured'],
  [/与信|仮/u, 'authorized'],
]

/** The payment status that is probably meant. */
export function nearPayment(read: string): string | undefined {
  const said = saidFor.find(([words]) => words.test(read.normalize('NFKC')))
  return said ? paymentLabels[said[1]].ja : nearWord(read, paymentLabels)
}

/** The known Japanese word that is most like `read`, or undefined where none is like it. */
export function nearWord(read: string, labels: Record<string, Label>): string | undefined {
  const wanted = plainWord(read)
  const scored = Object.values(labels).map(({ ja }) => ({ ja, score: likeness(wanted, plainWord(ja)) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= 0.4 ? best.ja : undefined
}

/** Dice's coefficient over characters: 1 for the same characters, 0 for none in common. */
function likeness(a: string, b: string): number {
  const left = [...b]
  let common = 0
  for (const character of a) {
    const at = left.indexOf(character)
    if (at < 0) continue
    left.splice(at, 1)
    common += 1
  }
  return (2 * common) / ([...a].length + [...b].length || 1)
}
