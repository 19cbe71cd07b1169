import { describe, expect, it } from 'vitest'
import { answerOf, answers } from '~/kuroneko/answers'
import { adviceFor, differenceOf, readyWish, type Sides } from '~/orders/drift/difference'
import { type PaymentStatus, paymentStatuses } from '~/orders/statuses'
import { paymentTables } from '~/verdicts/payment-tables'

const codes = [0, 1, 4, 5, 11, 13, 15, 16, 17, 20, 23, 30, 31, 40, 50, 99]
const evidenceOf = (statusInfo: number, amount: number | null = 8640) =>
  ({ outcome: 'answered', statusInfo, amount }) as const
const nothing = (outcome: 'not_found' | 'unknown') => ({ outcome, statusInfo: null, amount: null })
const everything = [...codes.map((code) => evidenceOf(code)), nothing('not_found'), nothing('unknown')]

function sides(paymentStatus: PaymentStatus, evidence: Sides['evidence'], delivery = 'shipped' as const) {
  return { order: { paymentStatus, amount: 8640, deliveries: [{ status: delivery }] }, evidence }
}

/** = agrees, ≠ differs; the wish that mends it, or what it calls for instead. 4, 30/31, 40, 11–15, 16, 20, none, unknown. */
const table: Record<PaymentStatus, string[]> = {
  authorized: [
    '=',
    'captured',
    'cancelled',
    'failed_there',
    'undecided_there',
    'undecided_there',
    'not_found_there',
    '=',
  ],
  captured: [
    'captured_here_authorised_there',
    '=',
    'cancelled',
    'failed_there',
    'undecided_there',
    'undecided_there',
    'not_found_there',
    '=',
  ],
  cancelled: ['authorised_there', 'buyer_stays_charged', '=', '=', 'undecided_there', '=', '=', '='],
  authorization_expired: ['=', 'captured', 'cancelled', '=', '=', '=', '=', '='],
  failed: ['authorized', 'captured', 'cancelled', '=', '=', '=', '=', '='],
  incomplete: ['authorized', 'captured', 'cancelled', '=', '=', '=', '=', '='],
}
const columns = [4, 31, 40, 12, 16, 20].map((code) => evidenceOf(code))

describe('a difference', () => {
  it.each(paymentStatuses)('is read from the table where the order shows %s', (paymentStatus) => {
    const row = [...columns, nothing('not_found'), nothing('unknown')].map((evidence) => {
      const both = sides(paymentStatus, evidence)
      if (!differenceOf(both)) return '='
      return readyWish(both, 10)?.paymentStatus ?? adviceFor(both)
    })
    expect(row).toEqual(table[paymentStatus])
  })

  it('is of the amount alone where both show the same and it was or will be charged', () => {
    for (const [status, code] of [
      ['authorized', 4],
      ['captured', 30],
    ] as const) {
      const both = sides(status, evidenceOf(code, 5160))
      expect([differenceOf(both), readyWish(both, 10), adviceFor(both)]).toEqual([
        'amount',
        null,
        'amounts_differ',
      ])
      expect(differenceOf(sides(status, evidenceOf(code, null)))).toBeNull()
    }
    expect(differenceOf(sides('cancelled', evidenceOf(40, 0)))).toBeNull()
  })
})

describe('a ready wish', () => {
  it('has nothing against it in the decision tables, for every status, answer and day', () => {
    const seen = new Set<string>()
    for (const status of paymentStatuses) {
      for (const evidence of everything) {
        for (const daysLeft of [10, 0, -1]) {
          const wish = readyWish(sides(status, evidence), daysLeft)
          if (!wish) continue
          const wanted = wish.paymentStatus as keyof typeof paymentTables
          const cell = paymentTables[wanted][status]?.[answerOf(evidence)]
          expect(cell?.finding, `${status} ${evidence.statusInfo} ${daysLeft}`).toBeNull()
          expect(daysLeft < 0 ? cell?.later : undefined).toBeUndefined()
          seen.add(`${status} → ${wanted}`)
        }
      }
    }
    expect(seen.size).toBe(11)
  })

  it('is there for every difference that a table has nothing against', () => {
    for (const status of paymentStatuses) {
      for (const evidence of everything) {
        const both = sides(status, evidence)
        if (!differenceOf(both)) continue
        const cells = Object.values(paymentTables).map((of) => of[status]?.[answerOf(evidence)])
        const somethingGoes = cells.some((cell) => cell?.finding === null && !cell.two)
        expect(readyWish(both, 10) !== null, `${status} ${evidence.statusInfo}`).toBe(somethingGoes)
      }
    }
  })

  it('claims what Kuroneko says, and cancels deliveries that are still under way', () => {
    const wish = { paymentStatus: 'cancelled', kuronekoStatus: 'cancelled' }
    expect(readyWish(sides('captured', evidenceOf(40)), 10)).toEqual({
      ...wish,
      shippingStatus: 'cancelled',
    })
    const returned = sides('captured', evidenceOf(40))
    returned.order.deliveries = [{ status: 'returned' as 'shipped' }]
    expect(readyWish(returned, 10)).toEqual({ ...wish, shippingStatus: 'unchanged' })
  })

  it('is none where the amounts differ as well, for then the wish is refused', () => {
    const both = sides('authorized', evidenceOf(31, 5160))
    expect([readyWish(both, 10), adviceFor(both)]).toEqual([null, 'amounts_differ'])
  })

  it('knows every answer', () => {
    expect(new Set(everything.map((evidence) => answerOf(evidence)))).toEqual(new Set(answers))
  })
})
