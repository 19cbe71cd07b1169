import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carrierSettings, orderOrigins, paymentMethods } from '~/orders/codes'
import { paymentStatuses, shippingStatuses } from '~/orders/statuses'
import { claims, exampleReason, paymentWishes, shippingWishes } from '~/orders/wishes'
import { addDays } from '~/platform/tokyo'
import { assess } from '~/verdicts/assess'
import type { AssessInput, OrderFacts } from '~/verdicts/facts'
import { findingIds, severities } from '~/verdicts/rules'

const from = <const T>(values: readonly T[]) => fc.constantFrom(...values)
const day = fc.integer({ min: -100, max: 100 }).map((days) => addDays('2026-11-24', days))
const amount = fc.constantFrom(1, 8640, 99_999, 100_000, 500_000)
const shown = fc.record({
  payment: from(paymentStatuses),
  deliveries: fc.array(from(shippingStatuses), { maxLength: 3 }),
})

const order: fc.Arbitrary<OrderFacts> = fc.record({
  number: fc.constantFrom('P1', 'P'.repeat(26)),
  kuronekoOrderNumber: fc.constantFrom(null, 'K1'),
  paymentStatus: from(paymentStatuses),
  amount,
  orderedOn: day,
  paymentMethod: from(paymentMethods),
  origin: from(orderOrigins),
  carrierSetting: from(carrierSettings),
  deliveries: fc.array(
    fc.record({
      status: from(shippingStatuses),
      slipNumber: fc.constantFrom(null, '471002345671', '1', 'x'),
    }),
    { maxLength: 3 },
  ),
})

const input: fc.Arbitrary<AssessInput & { order: OrderFacts }> = fc.record({
  order,
  request: fc.record({
    paymentWish: from(paymentWishes),
    shippingWish: from(shippingWishes),
    claim: from(claims),
    reason: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(exampleReason)),
  }),
  evidence: fc.option(
    fc.oneof(
      fc.record({
        outcome: fc.constant('answered' as const),
        statusInfo: fc.option(fc.nat(99)),
        amount: fc.option(amount),
      }),
      fc.record({ outcome: fc.constantFrom('not_found' as const, 'unknown' as const) }),
    ),
  ),
  today: day,
  settings: fc.constant({ secondPersonFrom: 100_000 }),
  openRequest: fc.option(fc.constant('MT-2026-000001')),
  reverts: fc.option(fc.constant('MT-2026-000002')),
  changedSinceFiling: fc.option(fc.record({ before: shown, now: shown })),
})

const weight = { go: 0, look: 1, no: 2 }

/** Each makes a case worse, or leaves it as it was. */
const unfavourable: Record<string, (given: AssessInput & { order: OrderFacts }) => AssessInput> = {
  'no order': (given) => ({ ...given, order: null }),
  'another open request': (given) => ({ ...given, openRequest: 'MT-2026-000009' }),
  'a revert': (given) => ({ ...given, reverts: 'MT-2026-000009' }),
  'a match without suffix': (given) => ({
    ...given,
    match: { as: 'without_suffix', typed: 'P1-1', number: 'P1' },
  }),
  'another payment method': (given) => ({
    ...given,
    order: { ...given.order, paymentMethod: 'bank_transfer' },
  }),
  'an import': (given) => ({ ...given, order: { ...given.order, origin: 'imported' } }),
  'a claim in words': (given) => ({ ...given, request: { ...given.request, claim: 'other' as const } }),
  'a short reason': (given) => ({ ...given, request: { ...given.request, reason: 'x' } }),
  'Yamato only': (given) => ({ ...given, order: { ...given.order, carrierSetting: 'yamato_only' } }),
  'one more delivery': (given) => ({
    ...given,
    order: {
      ...given.order,
      deliveries: [...given.order.deliveries, { status: 'shipped' }, { status: 'shipped' }],
    },
  }),
  'another amount': (given) =>
    given.evidence ? { ...given, evidence: { ...given.evidence, amount: given.order.amount + 1 } } : given,
}

describe('an assessment', () => {
  it.each(Object.entries(unfavourable))('is never better for %s', (name, worsen) => {
    fc.assert(
      fc.property(input, (given) => {
        const [plain, worse] = [assess(given), assess(worsen(given))]
        // A claim in words is weighed instead of compared: only where nothing was wrong with it is that worse.
        fc.pre(name !== 'a claim in words' || !plain.findings.some(({ id }) => id.startsWith('claim_')))
        fc.pre(
          name !== 'one more delivery' || !plain.findings.some(({ id }) => id === 'nothing_would_change'),
        )
        expect(weight[worse.verdict]).toBeGreaterThanOrEqual(weight[plain.verdict])
        if (name !== 'no order') expect(worse.secondPerson || !plain.secondPerson).toBe(true)
      }),
    )
  })

  it('holds each finding once, by weight and then in the order of the tables', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { findings } = assess(given)
        const rank = findings.map(
          ({ id, severity }) => severities.indexOf(severity) * 1000 + findingIds.indexOf(id),
        )
        expect(rank).toEqual([...new Set(rank)].sort((a, b) => a - b))
      }),
    )
  })

  it('does not depend on the order of its input, and leaves it alone', () => {
    const reversed = <T extends object>(value: T): T =>
      Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [
            key,
            part && typeof part === 'object' && !Array.isArray(part) ? reversed(part) : part,
          ]),
      ) as T
    fc.assert(
      fc.property(input, (given) => {
        const copy = structuredClone(given)
        expect(assess(reversed(given))).toEqual(assess(given))
        expect(given).toEqual(copy)
      }),
    )
  })

  it('says go only where no finding is more than a note, and no only where one blocks', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { verdict, findings } = assess(given)
        const found = new Set(findings.map(({ severity }) => severity))
        const expected = found.has('no') || found.has('ord') ? 'no' : found.has('look') ? 'look' : 'go'
        expect(verdict).toBe(expected)
      }),
    )
  })

  it('is plain data: kept as JSON it reads the same', () => {
    fc.assert(
      fc.property(input, (given) => {
        const assessment = assess(given)
        expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment)
      }),
    )
  })
})
