/**
 * A line as it is compared: full-width signs, letters and digits are half-width, half-width katakana is full-width,
 * every white space but the tab is a space, and characters without width are gone. `at[i]` says where the i-th
 * character of `text` stands in `source`, so that what is found in `text` can be quoted as it was typed.
 */
export type Folded = { text: string; at: readonly number[]; source: string }

const withoutWidth = /[\u200b-\u200f\u2060\ufeff\u00ad]/u
const colons = /[﹕∶︓]/u
const voicing = /[ﾞﾟ]/u

export function fold(source: string): Folded {
  const parts: string[] = []
  const at: number[] = []
  for (let i = 0; i < source.length; i += 1) {
    const start = i
    const here = source[i] ?? ''
    if (withoutWidth.test(here)) continue
    const next = source[i + 1] ?? ''
    const voiced = isHalfWidthKana(here) && voicing.test(next) ? `${here}${next}`.normalize('NFKC') : ''
    if (voiced.length === 1) i += 1
    parts.push(voiced.length === 1 ? voiced : foldCharacter(here))
    at.push(start)
  }
  at.push(source.length)
  return { text: parts.join(''), at, source }
}

/** The typed text behind a stretch of the folded one. */
export function typed(folded: Folded, from: number, to = folded.text.length): string {
  return folded.source.slice(folded.at[from], folded.at[to])
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

function foldCharacter(here: string): string {
  const code = here.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (isHalfWidthKana(here)) return here.normalize('NFKC')
  if (colons.test(here)) return ':'
  return here !== '\t' && /\s/u.test(here) ? ' ' : here
}

function isHalfWidthKana(here: string): boolean {
  return here >= '\uff61' && here <= '\uff9f'
}
