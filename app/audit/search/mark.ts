import { termsOf } from './filter'

/** A piece of what somebody wrote, from its letter `at` on; `found` where it is what was looked for. */
export type Piece = { at: number; text: string; found: boolean }

const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' })
/** So many letters stand around the first found place of a long text. */
const around = 60

/** Full and half width, upper and lower case are alike: `fold` in SQL. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The part of a text around the first place that has one of the words, with all such places marked. */
export function excerpt(text: string, words: string): Piece[] {
  const written = [...letters.segment(text)].map(({ segment }) => segment)
  const found = foundLetters(written, termsOf(words).map(fold))
  const first = found.indexOf(true)
  const start = first > around ? first - around / 2 : 0
  const end = Math.min(written.length, Math.max(first, start) + 2 * around)
  return [
    ...(start > 0 ? [{ at: -1, text: '…', found: false }] : []),
    ...pieces(written, found, start, end),
    ...(end < written.length ? [{ at: end, text: '…', found: false }] : []),
  ]
}

/** For each letter as written whether it belongs to a found place. A letter may fold to several, as ㈱ does. */
function foundLetters(written: string[], terms: string[]): boolean[] {
  const found = written.map(() => false)
  const owners: number[] = []
  let folded = ''
  for (const [place, letter] of written.entries()) {
    const alike = fold(letter)
    folded += alike
    for (let i = 0; i < alike.length; i++) owners.push(place)
  }
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      for (const place of owners.slice(at, at + term.length)) found[place] = true
    }
  }
  return found
}

function pieces(written: string[], found: boolean[], start: number, end: number): Piece[] {
  const cut: Piece[] = []
  for (let place = start; place < end; place++) {
    const last = cut.at(-1)
    const letter = written[place] ?? ''
    if (last && last.found === found[place]) last.text += letter
    else cut.push({ at: place, text: letter, found: found[place] ?? false })
  }
  return cut
}
