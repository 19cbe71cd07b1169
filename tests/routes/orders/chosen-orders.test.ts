import { describe, expect, it } from 'vitest'
import { chosenAfter } from '~/routes/orders/list/chosen-orders'

const numbered = (from: number, count: number) => Array.from({ length: count }, (_, n) => `P${from + n}`)

describe('the orders chosen over pages', () => {
  it('are each there once, in the order of ticking', () => {
    expect(chosenAfter(['P2'], ['P1', 'P2'], true)).toEqual(['P2', 'P1'])
  })

  it('are a hundred at most: a page fills up what is left', () => {
    const chosen = chosenAfter(numbered(0, 80), numbered(80, 50), true)
    expect(chosen).toHaveLength(100)
    expect(chosen.at(-1)).toBe('P99')
    expect(chosenAfter(chosen, ['ONE MORE'], true)).toEqual(chosen)
  })

  it('go when a page is unticked, and those of other pages stay', () => {
    expect(chosenAfter(['P1', 'P2', 'P3'], ['P2', 'P9'], false)).toEqual(['P1', 'P3'])
  })
})
