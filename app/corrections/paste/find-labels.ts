import { bullet } from './courtesy'
import { type Field, fields, formLabel } from './fields'
import { type Folded, fold, typed } from './fold'
import { courtesyLabels, labelWords, unusedLabels } from './labels'

/** What a label announces: a field, something a request does not carry, or a mail's head or foot. */
export type Announced = Field | 'unused' | 'courtesy'

/** A label with what stands behind it on the same line. */
export type Labelled = { announces: Announced; label: string; guessed: boolean; value: string }

type Word = { announces: Announced; strength: 'sure' | 'short'; guessed: boolean }
type Place = { from: number; to: number; word: Word; label: string }

const words = new Map<string, Word>()
for (const field of fields) {
  const { sure, short, guessed } = labelWords[field]
  for (const label of sure) add(label, { announces: field, strength: 'sure', guessed: false })
  for (const label of short) add(label, { announces: field, strength: 'short', guessed: false })
  for (const label of guessed) add(label, { announces: field, strength: 'short', guessed: true })
}
for (const label of unusedLabels) add(label, { announces: 'unused', strength: 'short', guessed: false })
for (const label of courtesyLabels) add(label, { announces: 'courtesy', strength: 'short', guessed: false })

const anyLabel = [...words.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => [...word].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join(' ?'))
  .join('|')
const open = '[【\\[「『(<〈《]'
const close = '[】\\]」』)>〉》]'
const colon = '(?::+|=+>?)'

const atStart = new RegExp(`${open}? {0,3}(${anyLabel})`, 'iuy')
const amid = new RegExp(`(?<=[ \\t、,;。・/|)」】】『「【\\]])(${anyLabel}) ?${close}? {0,3}${colon}`, 'giu')
const bracketEnd = new RegExp(` {0,3}${close}`, 'uy')
const noteEnd = / {0,3}\([^()]{0,60}\)/uy
const separator = new RegExp(` {0,9}(?:${colon}|→|⇒|\\t) {0,9}`, 'uy')
const spaces = / +/uy
/** Stops, brackets and numbering between one value and the next label on the same line. */
const leadOfNext =
  /(?:(?<=[\s、,，;；。])[(（]?\d{1,2}[.)．）]\s{0,3}|(?<![\s、,，;；。・/／|｜【「『[①-⑳])[\s、,，;；。・/／|｜【「『[①-⑳]+)$/u
const wa = /は[、 ]{0,3}(?=[A-Za-z0-9])/uy

/** The labels on a line and the words before the first of them. Behind a reason's label everything is the reason. */
export function findLabels(line: string): { lead: string; items: Labelled[] } {
  const folded = fold(line)
  const places = findPlaces(folded)
  const items = places.map((place, index) => {
    const next = places[index + 1]
    const value = typed(folded, place.to, next?.from)
    return {
      announces: place.word.announces,
      label: place.label,
      guessed: place.word.guessed,
      value: next ? value.replace(leadOfNext, '') : value.trimEnd(),
    }
  })
  const first = places[0]
  return { lead: first ? typed(folded, 0, first.from) : line, items }
}

/** The field a table's heading names, if the whole cell is a label. */
export function fieldOfHeading(cell: string): Announced | undefined {
  const text = fold(cell)
    .text.replace(/\([^()]{0,60}\)$/u, '')
    .replace(/^[ 【[「・*]+|[ 】\]」:*]+$/gu, '')
  return words.get(wordOf(text))?.announces
}

function findPlaces(folded: Folded): Place[] {
  const start = labelAtStart(folded)
  const places = start ? [start] : []
  if (start?.word.announces === 'reason') return places
  amid.lastIndex = start?.to ?? 0
  for (let found = amid.exec(folded.text); found; found = amid.exec(folded.text)) {
    const word = words.get(wordOf(found[1] ?? ''))
    if (!word) continue
    places.push({ from: found.index, to: found.index + found[0].length, word, label: found[1] ?? '' })
    if (word.announces === 'reason') break
  }
  return places
}

function labelAtStart({ text }: Folded): Place | undefined {
  const from = bullet.exec(text)?.[0].length ?? text.length - text.trimStart().length
  const found = matchAt(atStart, text, from)
  const label = found?.[1]
  const word = label === undefined ? undefined : words.get(wordOf(label))
  if (!found || label === undefined || !word) return undefined
  const to = valueStart(text, from + found[0].length, word)
  return to === undefined ? undefined : { from: 0, to, word, label }
}

/** Where the value begins, if what follows the label's word makes it a label at all. */
function valueStart(text: string, wordEnd: number, word: Word): number | undefined {
  let at = wordEnd
  const bracket = matchAt(bracketEnd, text, at)
  at += bracket?.[0].length ?? 0
  at += matchAt(noteEnd, text, at)?.[0].length ?? 0
  at += matchAt(bracketEnd, text, at)?.[0].length ?? 0
  const sign = matchAt(separator, text, at)
  if (sign) return at + sign[0].length
  if (bracket) return at
  if (word.strength === 'short') return undefined
  if (text.slice(at).trim() === '') return text.length
  const gap = matchAt(spaces, text, at)
  if (gap) return at + gap[0].length
  if (word.announces !== 'orderNumber') return undefined
  const topic = matchAt(wa, text, at)
  if (topic) return at + topic[0].length
  return /[A-Za-z0-9]/u.test(text[at] ?? '') ? at : undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function add(label: string, word: Word): void {
  words.set(wordOf(fold(label).text), word)
}

function wordOf(label: string): string {
  return label.replaceAll(' ', '').toLowerCase()
}

/** The template's label for what was announced, for the doubt that names it. */
export function announcedLabel(announces: Announced): string {
  return announces === 'unused' || announces === 'courtesy' ? '' : formLabel[announces]
}
