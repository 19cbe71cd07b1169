import { describe, expect, it } from 'vitest'
import { type PaymentStatus, paymentLabels, paymentStatuses } from '~/orders/statuses'
import type { Claim } from '~/orders/wishes'
import { type Answer, answers } from '~/verdicts/answers'
import { assess } from '~/verdicts/assess'
import type { Severity } from '~/verdicts/rules'
import { tableUnder } from './markdown'
import { aCase, evidenceOf } from './world'

/** What a cell of the page says, in words: `ord: capture, within 58 days; after that no`. */
function expectation(cell: string) {
  const [word] = /^(?:go|look|no|ord)\b/u.exec(cell) ?? []
  if (!word) throw new Error(`Not understood: ${cell}`)
  const later = /within 58 days/u.test(cell) && /(?:after that|else) (no)$/u.exec(cell)?.[1]
  return { word, later: later || word, two: /^look two/u.test(cell) }
}

type Read = { wish: PaymentStatus; now: PaymentStatus; answer: Answer; cell: string }

const statusOf = (label: string) => {
  const status = paymentStatuses.find((candidate) => paymentLabels[candidate].ja === label)
  if (!status) throw new Error(`No payment status: ${label}`)
  return status
}

function cellsOf(wish: PaymentStatus): Read[] {
  return tableUnder(`D = ${paymentLabels[wish].ja}`).flatMap(({ 'P \\ K': rows = '', ...cells }) =>
    rows.split(', ').flatMap((row) =>
      answers.map((answer) => ({
        wish,
        now: statusOf(row),
        answer,
        cell: cells[answer] ?? otherwise(cells, answer),
      })),
    ),
  )
}

/** D = 仮売上 has one column for all other answers, with its exception in brackets. */
function otherwise(cells: Record<string, string>, answer: Answer): string {
  const other = cells['any other'] ?? ''
  return (answer === 'unknown' && /\(unknown: (.+)\)/u.exec(other)?.[1]) || other
}

const cells = (['captured', 'cancelled', 'authorized'] as const).flatMap(cellsOf)
const claimOf = (answer: Answer): Claim => (answer === 'open' || answer === 'unknown' ? 'authorized' : answer)

/** The case of a cell, with everything around it as it should be. */
function assessed({ wish, now, answer }: Read, today: string) {
  const { findings, ...rest } = assess(
    aCase({
      order: { paymentStatus: now, deliveries: [{ status: 'returned' }] },
      request: { paymentWish: wish, shippingWish: 'unchanged', claim: claimOf(answer) },
      evidence: evidenceOf[answer],
      today,
    }),
  )
  const own = findings.filter(({ source }) => source.table === `to_${wish}`)
  return { ...rest, own }
}

const verdicts: Record<string, string> = { go: 'go', look: 'look', no: 'no', ord: 'no' }

describe('every cell of the payment tables', () => {
  it('is read', () => expect(cells).toHaveLength(3 * 5 * 7))

  describe.each(cells)('$wish ← $now, Kuroneko: $answer: $cell', (read) => {
    const expected = expectation(read.cell)

    it.each([
      ['on the last day', '2027-01-01', expected.word],
      ['a day later', '2027-01-02', expected.later],
    ])('%s', (_, today, word) => {
      // An order cannot be 仮売上 any more on that day (verdicts.md, "58 days").
      const gone = today === '2027-01-02' && /^ord: capture/u.test(read.cell)
      const severity = gone ? 'no' : word
      const { own, verdict, secondPerson } = assessed(read, today)
      expect(own.map((finding): Severity => finding.severity)).toEqual(severity === 'go' ? [] : [severity])
      for (const { source } of own) expect(source).toMatchObject({ row: read.now, column: read.answer })
      // A claim can say nothing that agrees with an open transaction.
      if (read.answer !== 'open') expect(verdict).toBe(verdicts[severity])
      expect(secondPerson).toBe(expected.two || read.now === 'cancelled')
    })
  })
})
