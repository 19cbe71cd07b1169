import { normaliseOrderNumber, withoutRepaymentSuffix } from '~/orders/number'
import { readDitto } from './courtesy'
import { fold, typed } from './fold'
import { type Problem, problem } from './problems'

/** One order number as read from the text: normalised, and with its own doubts. */
export type ReadNumber = { number: string; problems: Problem[] }

type Token = { from: number; to: number; typed: string; number: string; joined?: 'clear' | 'unclear' }

const dash = '[-‐‑‒–—―−ー]'
const suffix = `(?:${dash}\\d{1,2}(?![A-Za-z0-9]))?`
/** A combining mark would turn the character before it into another one, which is then no part of a number. */
const starts = '(?<![A-Za-z0-9])'
const ends = '(?![A-Za-z0-9\\p{M}])'
const token = new RegExp(`${starts}[A-Za-z0-9]+${suffix}${ends}`, 'gu')
/** Digits that count or date something are no part of the number before them. */
const uncounted = '(?![件個点つ年月日円時分名/.:-])'
const spacedWithP = new RegExp(
  `${starts}[Pp][A-Za-z]?\\d{0,17}(?: {1,3}\\d{2,8}){1,9}${suffix}${ends}${uncounted}`,
  'gu',
)
const loneP = new RegExp(`${starts}[Pp] {1,2}\\d{9,25}${suffix}${ends}`, 'gu')
const spacedDigits = new RegExp(`^ *\\d{2,8}(?: {1,3}\\d{2,8}){2,6}${suffix}${ends} *$`, 'u')

const shape = /^(?:P[A-Z]?\d{9,25}|(?=(?:[A-Z]*\d){8})[A-Z0-9]{13,26})(?:-\d{1,2})?$/u
/** What any number that is sure by its form alone must hold; most lines hold none. */
const longWord = /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９\u00ad\u200b-\u200f\u2060\ufeff]{10}/u
const spacedOut = /[Pp0-9Ｐｐ０-９]\s{1,3}[0-9０-９]{2}/u
const masked = /(?<![A-Za-z0-9])(?:[A-Za-z0-9]*[*●○✕×]{2,}[A-Za-z0-9]*|[Pp]?[Xx]{5,}(?![A-Za-z0-9]))/u
const rangeSign = /^ *(?:~|から|-|―|…|\.{2,}) *$/u
const filler =
  /[ \t、,。.・;/|&+()[\]{}「」『』【】<>"':*•●○■□◆◇→①-⑳❶-❿-]|及び|および|ならびに|注文分|分|と|の|件目|番目|件|様|です|以上|各|でお願いします|番/gu
const calendar = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[/月]\d{1,2}日?|\d{1,2}:\d{2}(?::\d{2})?/gu
/** `P` and 18 characters: only then do spaced-out digits surely belong together. */
const usualLength = 19
const longestPart = 14

/** Order numbers anywhere in a text, as far as their form leaves no doubt. */
export function strongNumbers(text: string): string[] {
  return strongTokens(text).map(({ number }) => number)
}

/** Whether a text is nothing but order numbers. */
export function isOnlyNumbers(text: string): boolean {
  const found = strongTokens(text)
  return found.length > 0 && remainder(fold(text).text, found).trim() === ''
}

/** A text that begins with an order number, and what follows it; else undefined. */
export function leadingNumber(text: string): { number: string; rest: string } | undefined {
  const [first] = strongTokens(text)
  const folded = fold(text)
  if (!first || folded.text.slice(0, first.from).trim() !== '') return undefined
  return { number: first.number, rest: typed(folded, first.to) }
}

export function isMasked(text: string): boolean {
  return masked.test(fold(text).text)
}

export function looksLikeNumber(text: string): boolean {
  if (strongTokens(text).length > 0 || isMasked(text)) return true
  return spacedOut.test(text) && tokens(text).some(({ joined }) => joined)
}

/** The numbers in the value of 対象注文番号 on one line; `problems` belong to all of them, `unused` to none. */
export function readNumbers(
  value: string,
  line: number,
): { numbers: ReadNumber[]; problems: Problem[]; unused: Problem[] } {
  const where = { field: 'orderNumber', line } as const
  const { text } = fold(value)
  const all = tokens(value)
  const strong = all.filter((found) => isStrong(found) || found.joined)
  const chosen = strong.length > 0 ? strong : all.filter(isPlausible)
  const mask = masked.exec(text)?.[0]
  const problems: Problem[] = []
  const unused: Problem[] = []
  if (mask) problems.push(problem('number_masked', { ...where, text: mask }))
  else if (chosen.length === 0 && text.trim() !== '') {
    problems.push(problem('number_unreadable', { ...where, text: value.trim() }))
  }
  if (mask && strong.length === 0) return { numbers: [], problems, unused }
  if (chosen.length > 0) {
    const range = rangeIn(text, chosen)
    if (range) problems.push(problem('number_range', { ...where, text: range }))
    const left = leftOver(remainder(text, chosen), chosen.length)
    if (left && !mask && !(range && /^[~から…]+$/u.test(left))) {
      const numeric = /\d/u.test(left.replace(calendar, ''))
      if (numeric) unused.push(problem('number_unused', { line, text: left }))
      else problems.push(problem('number_extra_text', { ...where, text: left }))
    }
  }
  return { numbers: chosen.map((found) => withDoubts(found, where)), problems, unused }
}

function withDoubts(found: Token, where: { field: 'orderNumber'; line: number }): ReadNumber {
  const problems: Problem[] = []
  if (found.joined === 'unclear') {
    problems.push(problem('number_joined', { ...where, text: found.typed, meaning: found.number }))
  } else if (!isUsual(found.number)) {
    problems.push(problem('number_unusual', { ...where, text: found.typed }))
  }
  return { number: found.number, problems }
}

function strongTokens(value: string): Token[] {
  return longWord.test(value) ? tokens(value).filter(isStrong) : []
}

function tokens(value: string): Token[] {
  if (!/[0-9０-９]/u.test(value)) return []
  const folded = fold(value)
  const spaced = [...folded.text.matchAll(spacedWithP), ...folded.text.matchAll(loneP)]
  const digits = spacedDigits.exec(folded.text)
  const joined = (digits ? [digits] : spaced)
    .map((match) => join(toToken(folded, match.index, match.index + match[0].length)))
    .filter((found) => found !== undefined)
  const plain = [...folded.text.matchAll(token)].map((match) =>
    toToken(folded, match.index, match.index + match[0].length),
  )
  return outside(
    plain,
    joined.sort((a, b) => a.from - b.from),
  )
}

/** Spaced-out digits as one number, unless the first part may be a whole number by itself. */
function join(found: Token): Token | undefined {
  const usual = found.number.startsWith('P') && withoutSuffix(found.number).length === usualLength
  const first = found.typed.split(/\s/u)[0] ?? ''
  if (first.length > longestPart) return usual ? { ...found, joined: 'unclear' } : undefined
  return { ...found, joined: usual ? 'clear' : 'unclear' }
}

function withoutSuffix(number: string): string {
  return withoutRepaymentSuffix(number) ?? number
}

function toToken(folded: ReturnType<typeof fold>, from: number, to: number): Token {
  const words = typed(folded, from, to).trim()
  return { from, to, typed: words, number: normaliseOrderNumber(words) }
}

/** The plain tokens that no joined one covers, and the joined ones, in the order of the text. */
function outside(plain: Token[], joined: Token[]): Token[] {
  const result: Token[] = []
  let next = 0
  for (const found of plain) {
    let covering = joined[next]
    while (covering && covering.to <= found.from) {
      next += 1
      covering = joined[next]
    }
    if (!covering || found.to <= covering.from) result.push(found)
    else if (result.at(-1) !== covering) result.push(covering)
  }
  return result
}

function isStrong({ number }: Token): boolean {
  return shape.test(number)
}

/** Enough for a number that stands where one is asked for: a digit, four characters, no word and no masking. */
function isPlausible({ number }: Token): boolean {
  return number.length >= 4 && number.length <= 40 && /\d/u.test(number) && !/^(?:19|20)\d{2}$/u.test(number)
}

function isUsual(number: string): boolean {
  return number.length >= 8 && number.length <= 29
}

function rangeIn(text: string, chosen: Token[]): string | undefined {
  for (const [index, found] of chosen.entries()) {
    const next = chosen[index + 1]
    if (next && rangeSign.test(text.slice(found.to, next.from))) return text.slice(found.from, next.to)
  }
  return undefined
}

function remainder(text: string, chosen: Token[]): string {
  const parts: string[] = []
  let from = 0
  for (const found of chosen) {
    parts.push(text.slice(from, found.from))
    from = found.to
  }
  parts.push(text.slice(from))
  return parts
    .join(' ')
    .replace(filler, (sign) => (sign.length > 1 || !/[/:.-]/u.test(sign) ? ' ' : sign))
    .replace(/(?<!\d)[/:.-]+|[/:.-]+(?!\d)/gu, ' ')
}

/** What nobody read beside the numbers; a count of them that is right, and 「同上」, are no loss. */
function leftOver(rest: string, count: number): string | undefined {
  const words = rest.split(/ +/u).filter((word) => word !== '' && !readDitto(word))
  const kept = words.filter(
    (word) =>
      word.replace(/^(?:合計|全部で|全|計)/u, '') !== String(count) && !/^(?:計|全|合計)$/u.test(word),
  )
  return kept.length > 0 ? kept.join(' ') : undefined
}
