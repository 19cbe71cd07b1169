import {
  type Claim,
  claimLabels,
  claims,
  type PaymentWish,
  paymentWishes,
  paymentWishLabels,
  type ShippingWish,
  shippingWishes,
  shippingWishLabels,
} from '~/corrections/wishes'
import { type Label, shippingLabels } from '~/orders/statuses'
import { wordKey } from './fold'
import type { ProblemCode } from './problems'
import { resemblingClaim, resemblingPayment, resemblingShipping, wordsAfter, wordsBefore } from './wordings'

/** A value as understood. Without a problem it was written exactly; with one and a value it was taken with a doubt. */
export type Reading<Status> = { value: Status | null; problem?: ProblemCode }

type Found<Status> = { value: Status; exact: boolean }
type Vocabulary<Status> = ReadonlyMap<string, Found<Status>>

export const paymentVocabulary = vocabulary<PaymentWish>(
  paymentWishes,
  [paymentWishLabels],
  resemblingPayment,
)
export const shippingVocabulary = vocabulary<ShippingWish>(
  shippingWishes,
  [shippingWishLabels, shippingLabels],
  resemblingShipping,
)
export const claimVocabulary = vocabulary<Claim>(claims, [claimLabels], resemblingClaim)

/** No status is as long as this, with all the politeness around it. */
const longestStatus = 120
const arrow = /→|⇒|➡|➔|⟶|=>|->|>|から/u
const listSign = /[・/、,;+&｜|]|または|又は|もしくは|および|及び|あるいは|or|と/u
const note = /\(([^()]*)\)/gu
/** What in a note, or beside a known word, may turn its meaning round or put it into the future. */
const turning =
  /未|不|無|非|否|誤|違|待|前|中|な[いかくけし]|ません|せず|れず|きず|失敗|エラー|ng|予定|解除|戻|以外|除|取りや|取りけ|[?？×]|か$/u
const statusWord = /キャンセル|取消|取り消|売上|売り上げ|決済|配送|発送|出荷|返送|返品|与信|精算/u

/** Reads one status field. Never guesses between two, and never reads a negated word as the word. */
export function readStatus<Status extends string>(value: string, words: Vocabulary<Status>): Reading<Status> {
  const key = wordKey(value.slice(0, longestStatus + 1))
  if (key.length > longestStatus) return { value: null, problem: 'status_unknown' }
  const whole = words.get(key)
  if (whole) return whole.exact ? { value: whole.value } : { value: whole.value, problem: 'status_resembles' }
  const polite = bare(key, words)
  if (polite) return { value: polite, problem: 'status_resembles' }
  return readNoted(key, words) ?? readArrow(key, words) ?? readSeveral(key, words)
}

/** 「注文キャンセル(返金済み)」: the note is left aside, unless it could turn the meaning round. */
function readNoted<Status>(key: string, words: Vocabulary<Status>): Reading<Status> | undefined {
  const notes = [...key.matchAll(note)].map(([, inside]) => inside ?? '')
  if (notes.length === 0) return undefined
  const status = bare(wordKey(key.replace(note, '')), words)
  if (!status) return undefined
  const turned = notes.some((inside) => turning.test(inside) && bare(wordKey(inside), words) !== status)
  if (turned) return { value: null, problem: 'status_negated' }
  return { value: status, problem: 'status_resembles' }
}

/** 「決済完了→注文キャンセル」: what the arrow points to. */
function readArrow<Status>(key: string, words: Vocabulary<Status>): Reading<Status> | undefined {
  const steps = key.split(arrow)
  if (steps.length < 2) return undefined
  const target = bare(wordKey(steps.at(-1) ?? ''), words)
  return target ? { value: target, problem: 'status_arrow' } : undefined
}

function readSeveral<Status>(key: string, words: Vocabulary<Status>): Reading<Status> {
  const parts = key.split(listSign).map((part) => bare(wordKey(part), words))
  const known = new Set(parts.filter((part) => part !== undefined))
  if (known.size > 1) return { value: null, problem: 'status_ambiguous' }
  const [only] = known
  if (only !== undefined && parts.every((part) => part === only)) {
    return { value: only, problem: 'status_resembles' }
  }
  const negated = turning.test(key) && statusWord.test(key)
  return { value: null, problem: negated ? 'status_negated' : 'status_unknown' }
}

/** The status of a word after the politeness around it is taken away. */
function bare<Status>(key: string, words: Vocabulary<Status>): Status | undefined {
  let rest = key
  for (let step = 0; step < 5; step += 1) {
    const found = words.get(rest)
    if (found) return found.value
    const before = wordsBefore.find((word) => rest.startsWith(word))
    const after = wordsAfter.find((word) => rest.endsWith(word))
    if (!before && !after) return undefined
    rest = wordKey(before ? rest.slice(before.length) : rest.slice(0, rest.length - (after?.length ?? 0)))
  }
  return undefined
}

function vocabulary<Status extends string>(
  codes: readonly Status[],
  labels: readonly Partial<Record<Status, Label>>[],
  resembling: Partial<Record<Status, readonly string[]>>,
): Vocabulary<Status> {
  const words = new Map<string, Found<Status>>()
  for (const value of codes) {
    for (const word of resembling[value] ?? []) words.set(wordKey(word), { value, exact: false })
  }
  for (const value of codes) {
    for (const label of labels) {
      words.set(wordKey(label[value]?.ja ?? value), { value, exact: true })
      words.set(wordKey(label[value]?.en ?? value), { value, exact: true })
    }
    words.set(wordKey(value), { value, exact: true })
  }
  return words
}
