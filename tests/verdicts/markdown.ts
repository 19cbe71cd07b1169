import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const page = readFileSync(join(import.meta.dirname, 'verdicts.md'), 'utf8')

/** The rows of the table under a heading of the page, by column; the heading row is left out. */
export function tableUnder(heading: string): Record<string, string>[] {
  const section = page.split(/^#+ /mu).find((text) => text.startsWith(`${heading}\n`)) ?? ''
  const [head, , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  if (!head) throw new Error(`No table under ${heading}`)
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name || 'rule', cells[at] ?? ''])))
}
