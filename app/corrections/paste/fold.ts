/**
 * A line as it is compared: full-width signs, letters and digits are half-width, half-width katakana is full-width,
 * every white space but the tab is a space, and characters without width are gone. `at[i]` says where the i-th
 * character of `text` stands in `source`, so that what is found in `text` can be quoted as it was typed; it is
 * missing where both are the same.
 */
export type Folded = { text: string; at?: readonly number[]; source: string }

const withoutWidth = /[\u200b-\u200f\u2060\ufeff\u00ad]/u
const colons = /[﹕∶︓]/u
/** What folding changes at all; most lines hold none of it. */
const folding = /[\u00ad\u200b-\u200f\u2060\ufeff﹕∶︓\uff01-\uff9f]|(?![ \t])\s/u

export function fold(source: string): Folded {
  if (!folding.test(source)) return { text: source, source }
  const parts: string[] = []
  const at: number[] = []
  for (let i = 0; i < source.length; i += 1) {
    const here = source[i] ?? ''
    if (folding.test(here) && withoutWidth.test(here)) continue
    const voiced = isHalfWidthKana(here) ? voicedKana(here, source[i + 1]) : undefined
    parts.push(voiced ?? foldCharacter(here))
    at.push(i)
    if (voiced) i += 1
  }
  at.push(source.length)
  return { text: parts.join(''), at, source }
}

/** The typed text behind a stretch of the folded one. */
export function typed(folded: Folded, from: number, to = folded.text.length): string {
  const { at, source } = folded
  return at ? source.slice(at[from], at[to]) : source.slice(from, to)
}

/** A value as the word tables know it: no spaces, no width, lower case, no punctuation or brackets around it. */
export function wordKey(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .toLowerCase()
    .replace(/^[「『【["'・:]+/u, '')
    .replace(/(?<![。.、,!」』】\]"'])[。.、,!」』】\]"']+$/u, '')
}

/** 「ﾃﾞ」 is two characters for one. */
function voicedKana(here: string, mark: string | undefined): string | undefined {
  if (mark !== 'ﾞ' && mark !== 'ﾟ') return undefined
  const whole = `${here}${mark}`.normalize('NFKC')
  return whole.length === 1 ? whole : undefined
}

function foldCharacter(here: string): string {
  if (!folding.test(here)) return here
  const code = here.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (isHalfWidthKana(here)) return here.normalize('NFKC')
  if (colons.test(here)) return ':'
  return here !== '\t' && /\s/u.test(here) ? ' ' : here
}

function isHalfWidthKana(here: string): boolean {
  return here >= '\uff61' && here <= '\uff9f'
}
