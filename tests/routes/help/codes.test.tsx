import { describe, expect, it, test } from 'vitest'
import { listedCodes, listedMeaning } from '~/kuroneko/codes'
import { explainRefusal } from '~/kuroneko/explain'
import { statusInfoLabels } from '~/kuroneko/status-info'
import { codeEntries, matching } from '~/routes/help/codes/entries'
import { StatusInfoTable } from '~/routes/help/codes/status-info-table'
import { saidBy } from './said-by'

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  const entries = codeEntries(language)

  it('every code has its meaning and what to do', () => {
    const told = new Map(entries.flatMap(({ codes, ...words }) => codes.map((code) => [code, words])))
    for (const errorCode of listedCodes) {
      expect(told.get(errorCode)).toEqual(explainRefusal({ errorCode }, language))
    }
  })

  it('tells no code that has no meaning, and none twice', () => {
    const codes = entries.flatMap((entry) => entry.codes)
    expect(codes.filter((code) => listedMeaning(code) === null)).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('shows every transaction status', () => {
    const said = saidBy(<StatusInfoTable />, language)
    for (const words of Object.values(statusInfoLabels)) expect(said).toContain(words[language])
  })
})

const entries = codeEntries('ja')

test.each([
  ['a062010003', ['A062010003']],
  ['Ａ０６２０１０００３', ['A062010003']],
  ['E041010301', ['E041010301']],
])('%s is found', (typed, codes) => {
  expect(matching(entries, typed).map((entry) => entry.codes)).toEqual([codes])
})

test('words are found in what a code means, with all codes that mean it', () => {
  const found = matching(entries, '与信NG（カード')
  expect(found.map(({ codes }) => codes)).toEqual([['A012060001', 'A022030001', 'A082000010', 'A092000005']])
})

test('nothing typed shows all, nonsense nothing', () => {
  expect(matching(entries, ' ')).toHaveLength(entries.length)
  expect(matching(entries, 'ZZZ')).toEqual([])
})
