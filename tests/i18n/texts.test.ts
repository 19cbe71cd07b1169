import { describe, expect, it } from 'vitest'
import en from '~/i18n/en'
import ja from '~/i18n/ja'

type Tree = { [key: string]: string | Tree }

/** Every text by its path; a counted text once, by its base. */
function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path + key}.`),
  )
}

const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name).sort()

// The typecheck already holds the keys together; it cannot see what is inside the texts.
describe.each(Object.keys(ja) as (keyof typeof ja)[])('the texts of %s', (area) => {
  const english = new Map(flatten(en[area]))
  const japanese = flatten(ja[area])

  it('fill in the same values in both languages', () => {
    for (const [key, text] of japanese) {
      const translated = english.get(key) ?? ''
      expect([...new Set(placeholders(translated))], key).toEqual([...new Set(placeholders(text))])
    }
  })

  it('say something', () => {
    for (const [key, text] of [...japanese, ...english]) expect(text.trim(), key).not.toBe('')
  })
})
