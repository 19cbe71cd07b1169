import { describe, expect, it } from 'vitest'
import { navigationFor } from '~/ui/shell/navigation'

describe('the main pages', () => {
  it('of a merchant are their own requests, orders and history', () => {
    const pages = navigationFor('merchant', { requests: 3 })
    expect(pages.map(({ to, word, count }) => [to, word, count])).toEqual([
      ['/', 'home', undefined],
      ['/requests', 'requests', 3],
      ['/orders', 'orders', undefined],
      ['/audit', 'history', undefined],
    ])
  })

  it.each(['agent', 'lead', 'auditor', 'admin'] as const)('of an %s are the desk and its log', (role) => {
    const pages = navigationFor(role, { desk: 18 })
    expect(pages.map(({ to, word, count }) => [to, word, count])).toEqual([
      ['/', 'home', undefined],
      ['/desk', 'desk', 18],
      ['/orders', 'orders', undefined],
      ['/audit', 'audit', undefined],
    ])
  })
})
