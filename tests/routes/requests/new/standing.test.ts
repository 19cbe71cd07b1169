import { expect, it } from 'vitest'
import type { LookedUp } from '~/corrections/forms'
import { emptyRow, type FormRow } from '~/routes/requests/new/fields'
import { standings } from '~/routes/requests/new/standing'

const order = (number: string, more: Partial<LookedUp> = {}): LookedUp => ({
  number,
  match: 'exact',
  shown: { payment: 'captured', deliveries: ['shipped', 'unshipped'] },
  amount: 8640,
  orderedAt: '2026-11-03T00:00:00.000Z',
  open: null,
  ...more,
})
const row = (orderNumber: string, more: Partial<FormRow> = {}): FormRow => ({
  ...emptyRow,
  orderNumber,
  paymentStatus: 'cancelled',
  shippingStatus: 'unchanged',
  ...more,
})
const orders: Record<string, LookedUp> = {
  P1: order('P1'),
  p1: order('P1', { match: 'normalised' }),
  P2: order('P2', { open: 'MT-2026-000007' }),
}
const judge = (...rows: FormRow[]) => standings(rows, (number) => ({ order: orders[number] ?? null }))

it('says what an order would change from and to', () => {
  expect(judge(row('P1'))).toMatchObject([
    {
      change: {
        before: { payment: 'captured', deliveries: ['shipped', 'unshipped'] },
        after: { payment: 'cancelled', deliveries: ['shipped', 'unshipped'] },
      },
      problems: {},
    },
  ])
})

it('marks the second row of one order, known or not, however it is written', () => {
  const problems = judge(row('P1'), row('p1'), row('p9'), row('Ｐ９')).map(
    (standing) => standing.problems.orderNumber?.type,
  )
  expect(problems).toEqual([undefined, 'twice', undefined, 'twice'])
})

it('does not call two empty rows the same order', () => {
  expect(judge(emptyRow, emptyRow).map(({ problems }) => problems)).toEqual([{}, {}])
})

it('names the request that is under way', () => {
  expect(judge(row('P2'))[0]?.problems.orderNumber).toMatchObject({
    message: 'error.already_open',
    types: { reference: 'MT-2026-000007' },
  })
})

it('says at once when nothing would change, and not before both wishes are there', () => {
  const same = row('P1', { paymentStatus: 'captured' })
  expect(judge(same)[0]?.problems.paymentStatus?.type).toBe('nothing_changes')
  expect(judge({ ...same, shippingStatus: '' })[0]?.problems).toEqual({})
})
