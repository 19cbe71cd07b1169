import { describe, expect, it } from 'vitest'
import en from '~/i18n/en'
import ja from '~/i18n/ja'
import type { Language } from '~/i18n/languages'
import { i18nFor } from '~/i18n/translator.server'
import { type FindingId, findingIds, type Params, type Rule, rules } from '~/verdicts/rules'
import { findingWords } from '~/verdicts/words'

type Texts = Record<string, { title: string; sentence: string; next: string; rule?: string }>
const texts: Record<Language, Texts> = { ja: ja.verdicts.findings, en: en.verdicts.findings }

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name)

const params: Params = {
  payment: 'captured',
  method: 'bank_transfer',
  claim: 'cancelled',
  answer: 'captured',
  statusInfo: 20,
  lastDay: '2027-01-01',
  daysLeft: 3,
  here: 8640,
  there: 8641,
  limit: 100_000,
  deliveries: [
    { place: 1, status: 'shipped' },
    { place: 2, status: 'unshipped' },
  ],
  slips: [{ place: 1, fault: 'check_digit' }],
  followers: ['stock', 'buyer_mail'],
  reference: 'MT-2026-000001',
  typed: 'p1<b>',
  number: 'P1',
  before: { payment: 'authorized', deliveries: ['unshipped'] },
  now: { payment: 'captured', deliveries: ['shipped'] },
}

describe.each(['ja', 'en'] as const)('the findings in %s', (language) => {
  const t = i18nFor(language).getFixedT<['verdicts', 'orders']>(null, ['verdicts', 'orders'])

  it('are those of the rules', () => {
    expect(Object.keys(texts[language]).sort()).toEqual([...findingIds].sort())
  })

  it.each(findingIds)('%s is one sentence with the facts of its rule', (id) => {
    const { sentence = '', next = '', rule = '' } = texts[language][id] ?? {}
    const { params: named }: Rule = rules[id]
    expect(new Set([...placeholders(sentence), ...placeholders(next)])).toEqual(new Set(named))
    expect(sentence).toMatch(language === 'ja' ? /^[^。]+。$/u : /^[A-Z“][^?!]*\.$/u)
    // The page of rules knows no order.
    expect(placeholders(rule)).toEqual([])
    expect(rule !== '').toBe(named.length > 0)
  })

  it.each(findingIds)('%s leaves nothing to be filled in', (id) => {
    const words = findingWords(t, { id, params: paramsOf(id) }, language)
    for (const text of Object.values(words)) expect(text).not.toMatch(/\{\{|undefined|\[object/u)
  })
})

function paramsOf(id: FindingId): Partial<Params> {
  const { params: named }: Rule = rules[id]
  return Object.fromEntries(named.map((name) => [name, params[name]]))
}

it('names every fact as people know it', () => {
  const t = i18nFor('ja').getFixedT<['verdicts', 'orders']>(null, ['verdicts', 'orders'])
  const sentence = (id: FindingId) => findingWords(t, { id, params: paramsOf(id) }, 'ja').sentence
  expect(sentence('several_deliveries')).toContain('配送先1（配送完了）、配送先2（未配送）')
  expect(sentence('order_changed')).toContain('仮売上・未配送')
  expect(sentence('amount_differs')).toContain('8,641円')
  expect(sentence('slip_number_missing')).toContain('（配送先1: 検査数字の誤り）')
  expect(sentence('number_normalised')).toContain('「p1<b>」')
})
