import { describe, expect, it } from 'vitest'
import { eventActions } from '~/audit/events'
import { actionGroups } from '~/audit/search/action-groups'
import { type AuditFilter, filterToQuery, readFilter } from '~/audit/search/filter'
import { daysOf } from '~/audit/search/period'
import { tidied } from '~/routes/audit/search/address'

const read = (query: string) => readFilter(new URLSearchParams(query))

describe('a filter in an address', () => {
  it('is read back as it was written', () => {
    const filter: AuditFilter = {
      number: 'P2511',
      shop: 'hananoya',
      reference: 'MT-2026-000123',
      actor: '01939d3e-0000-7000-8000-000000000001',
      action: ['corrected', 'filed'],
      outcome: 'done',
      paymentBefore: 'captured',
      paymentAfter: 'cancelled',
      shippingBefore: 'shipped',
      shippingAfter: 'returned',
      amountFrom: 100_000,
      amountTo: 200_000,
      evidence: 'answered',
      from: '2026-10-01',
      to: '2026-10-31',
      words: '返金 二重',
    }
    expect(readFilter(filterToQuery(filter))).toMatchObject({ filter, problems: {} })
    expect(filterToQuery({}).toString()).toBe('')
  })

  it.each([
    ['number=ｐ２５１１　－1', { number: 'P2511-1' }],
    ['reference=mt-2026-000123', { reference: 'MT-2026-000123' }],
    ['amountFrom=１００，０００円', { amountFrom: 100_000 }],
    ['amountTo=¥1,000', { amountTo: 1_000 }],
    ['words=%00取消&shop=%00', { words: '取消' }],
    ['words=&from=&action=', {}],
    ['shop=a&after=nonsense&nothing=1', { shop: 'a' }],
  ])('is read as people type it: %s', (query, filter) => {
    expect(read(query)).toMatchObject({ problems: {} })
    expect(read(query).filter).toEqual(filter)
  })

  it.each([
    ['from=2026-02-30', { from: 'day' }],
    ['from=2026-11-02&to=2026-11-01', { to: 'days' }],
    ['amountFrom=many', { amountFrom: 'yen' }],
    ['amountFrom=99999999999', { amountFrom: 'yen' }],
    ['amountFrom=2&amountTo=1', { amountTo: 'amounts' }],
    ['paymentAfter=paid', { paymentAfter: 'choice' }],
    ['action=corrected&action=nonsense', { action: 'choice' }],
    ['actor=tanaka', { actor: 'person' }],
    ['words=取', { words: 'short' }],
    ['words=取消 消', { words: 'short' }],
    ['words=aa bb cc dd ee ff gg hh ii', { words: 'terms' }],
    [`number=${'P'.repeat(65)}`, { number: 'long' }],
    ['from=nonsense&to=nonsense&amountFrom=2&amountTo=1', { from: 'day', to: 'day', amountTo: 'amounts' }],
  ])('says what is wrong and holds without it: %s', (query, problems) => {
    const { filter, ...rest } = read(`${query}&shop=linne`)
    expect(rest.problems).toEqual(problems)
    expect(filter).toMatchObject({ shop: 'linne' })
    for (const field of Object.keys(problems)) expect(filter).not.toHaveProperty(field)
  })
})

describe('acts', () => {
  it('belong to one group each', () => {
    const grouped = Object.values(actionGroups).flatMap((group): string[] => [...group])
    expect(grouped.sort()).toEqual([...eventActions].sort())
  })
})

describe('a period', () => {
  it.each([
    ['this_month', '2026-12-31T15:00:00.000Z', { from: '2027-01-01', to: '2027-01-01' }],
    ['last_month', '2026-12-31T15:00:00.000Z', { from: '2026-12-01', to: '2026-12-31' }],
    ['last_month', '2026-03-15T00:00:00.000Z', { from: '2026-02-01', to: '2026-02-28' }],
    ['seven_days', '2026-11-25T00:00:00.000Z', { from: '2026-11-19', to: '2026-11-25' }],
  ] as const)('%s at %s', (period, now, days) => {
    expect(daysOf(period, new Date(now))).toEqual(days)
  })

  it('takes the place of its button in the address, beside what was filled in', () => {
    const sent = new URLSearchParams('words=&from=2020-01-01&to=&shop=linne&period=last_month')
    const tidy = tidied(sent, new Date('2026-11-25T00:00:00.000Z'))
    expect(tidy?.toString()).toBe('from=2026-10-01&shop=linne&to=2026-10-31')
    expect(tidy && tidied(tidy, new Date())).toBeNull()
  })
})
