import { expect, it } from 'vitest'
import type { LookedUp } from '~/corrections/forms'
import type { Preview } from '~/corrections/preview'
import { emptyRow, type FormRow } from '~/routes/requests/new/fields'
import { standings } from '~/routes/requests/new/standing'
import type { Asked } from '~/routes/requests/new/use-answers'

const order = (number: string, more: Partial<LookedUp> = {}): LookedUp => ({
  number,
  match: 'exact',
  shown: { payment: 'captured', deliveries: ['shipped', 'unshipped'] },
  amount: 8640,
  orderedAt: '2026-11-03T00:00:00.000Z',
  open: null,
  atKuroneko: true,
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
const judge = (...rows: FormRow[]) => judgeWith(undefined, ...rows)
const judgeWith = (asked: Asked<Preview> | undefined, ...rows: FormRow[]) =>
  standings(
    rows,
    (number) => ({ order: orders[number] ?? null }),
    () => asked,
  )

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

it('says at once that an order is none of Kuroneko’s, and that a wish contradicts itself', () => {
  orders.P3 = order('P3', { atKuroneko: false })
  expect(judge({ ...emptyRow, orderNumber: 'P3' })[0]?.problems.orderNumber?.type).toBe('not_kuroneko')
  const torn = row('P1', { paymentStatus: 'captured', shippingStatus: 'cancelled' })
  expect(judge(torn)[0]?.problems.shippingStatus?.type).toBe('contradiction')
})

const answered = (statusInfo: number): Preview => ({
  order: {
    number: 'P1',
    kuronekoOrderNumber: 'P1',
    paymentStatus: 'captured',
    amount: 8640,
    orderedOn: '2026-11-03',
    paymentMethod: 'kuroneko_card',
    origin: 'platform',
    carrierSetting: 'any',
    deliveries: [{ status: 'returned' }],
  },
  evidence: {
    kind: 'inquiry',
    outcome: 'answered',
    statusInfo,
    amount: 8640,
    reason: null,
    askedAt: '2026-11-24T00:00:00.000Z',
  },
  today: '2026-11-24',
  settings: { secondPersonFrom: 100_000 },
})
const filled = row('P1', { kuronekoStatus: 'cancelled' })

it.each([
  [40, 'go', undefined],
  [31, 'no', 'buyer_stays_charged'],
])('foresees what Kuroneko’s %i leads to', (statusInfo, verdict, heaviest) => {
  const [standing] = judgeWith({ found: answered(statusInfo) }, filled)
  const { assessment } = standing?.outlook ?? {}
  expect(assessment?.verdict).toBe(verdict)
  expect(assessment?.findings.find(({ severity }) => severity !== 'info')?.id).toBe(heaviest)
})

it('says only what Kuroneko says until wish and claim are there, and does not miss a reason yet', () => {
  const [standing] = judgeWith({ found: answered(40) }, row('P1'))
  expect(standing?.outlook).toMatchObject({ kuroneko: { statusInfo: 40 }, assessment: null })
  const short = judgeWith({ found: answered(40) }, { ...filled, reason: 'あ' })[0]?.outlook?.assessment
  expect(short?.findings[0]?.id).toBe('reason_says_little')
})

it('waits for Kuroneko, and goes on without it', () => {
  expect(judgeWith('asking', filled)[0]?.outlook).toEqual({ kuroneko: 'asking', assessment: null })
  expect(judgeWith('unreachable', filled)[0]?.outlook).toEqual({ kuroneko: 'unanswered', assessment: null })
  const unasked = { ...answered(40), evidence: null }
  expect(judgeWith({ found: unasked }, filled)[0]?.outlook).toMatchObject({
    kuroneko: 'unanswered',
    assessment: { verdict: 'look' },
  })
})

it('judges a number that the shop does not know by itself', () => {
  const outlook = judge({ ...filled, orderNumber: 'P9' })[0]?.outlook
  expect(outlook).toMatchObject({ kuroneko: null, assessment: { findings: [{ id: 'no_order' }] } })
})
