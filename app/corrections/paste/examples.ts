import type { Piece } from './blocks'
import type { Field } from './fields'
import { type Problem, problem } from './problems'

/** The template's 「(例:…)」, closed or running to the end of the line, and an example without brackets. */
const bracketed = /[(（]\s{0,3}例\s{0,3}[:：][^)）]{0,200}(?:[)）]|$)/gu
const open = /^\s*例\s{0,3}[:：].*$/u

/** The value without the template's examples, which are never a value. They are named in any case. */
export function takeExample(field: Field, { line, text }: Piece): { text: string; problems: Problem[] } {
  const example = open.exec(text)?.[0] ?? text.match(bracketed)?.join(' ')
  if (!example) return { text, problems: [] }
  const rest = (open.test(text) ? '' : text.replace(bracketed, ' ')).trim()
  const code = rest === '' ? 'example_only' : 'example_left'
  return { text: rest, problems: [problem(code, { field, line: line.number, text: example.trim() })] }
}
