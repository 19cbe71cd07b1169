import { describe, expect, it } from 'vitest'
import { paymentMethods } from '~/orders/codes'
import { methodMatrix, methodRefusal } from '~/orders/operations/methods'
import { normaliseSlip } from '~/orders/operations/slip-typed'

/** The manual's table, read row by row. */
const manual = `
  kuroneko_card          ○ ○ ○ ○ △
  kuroneko_convenience   ○ ○ ○ ○ △
  kuroneko_card_payment  ○ ○ ○ ○ △
  kuroneko_deferred      ○ ○ ○ ○ △`
const columns = ['bank_transfer', 'optional_payment', 'cash_on_delivery', 'atobarai_com', 'np_atobarai']

const rows = manual
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

describe('changing the payment method', () => {
  it('is the matrix of the manual', () => {
    const marks = { yes: '○', conditional: '△' }
    const ours = Object.entries(methodMatrix).map(([from, row]) => [
      from,
      ...Object.values(row).map((mark) => marks[mark]),
    ])
    expect(ours).toEqual(rows)
    expect(Object.keys(methodMatrix.kuroneko_card)).toEqual(columns)
  })

  const cells = paymentMethods.flatMap((from) => paymentMethods.map((to) => ({ from, to })))
  it.each(cells)('from $from to $to', ({ from, to }) => {
    const offered = rows.some(([row]) => row === from) && columns.includes(to)
    const byHand = to === 'atobarai_com' || to === 'np_atobarai'
    expect(methodRefusal(from, to, true)).toBe(offered ? null : 'method_not_offered')
    expect(methodRefusal(from, to, false)).toBe(
      offered ? (byHand ? 'method_needs_manual_link' : null) : 'method_not_offered',
    )
  })
})

describe('a slip number as typed', () => {
  it.each([
    ['471002345671', '471002345671', false],
    ['４７１０-0234-5671', '471002345671', true],
    ['4710‐0234－5671', '471002345671', true],
    [' 4710 0234\u200b5671　', '471002345671', true],
    ['4710ー0234ー5671', '471002345671', true],
    ['伝票4710', '伝票4710', false],
  ])('%j is %j', (typed, slipNumber, changed) => {
    expect(normaliseSlip(typed)).toEqual({ slipNumber, changed })
  })
})
