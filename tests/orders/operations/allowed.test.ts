import { describe, expect, it } from 'vitest'
import { paymentMethods } from '~/orders/codes'
import {
  type Operation,
  type OperationRefusal,
  operations,
  refusalOf,
  type StandingOrder,
} from '~/orders/operations/allowed'
import { kuronekoMethods } from '~/orders/operations/methods'
import { paymentStatuses } from '~/orders/statuses'

const now = new Date('2026-11-24T03:00:00.000Z')
const good = '471002345672'
const slip = String(Number(good.slice(0, 11)) % 7)
const valid = good.slice(0, 11) + slip

function order(more: Partial<StandingOrder> = {}): StandingOrder {
  return {
    paymentStatus: 'authorized',
    paymentMethod: 'kuroneko_card',
    origin: 'platform',
    orderedAt: new Date('2026-11-20T01:00:00.000Z'),
    deliveries: [{ status: 'shipped', slipNumber: valid, carrier: 'ヤマト運輸' }],
    carrierSetting: 'yamato_only',
    underWay: false,
    ...more,
  }
}

/** By operation (columns as in the manual) and payment status; `-` is possible. */
const table: Record<(typeof paymentStatuses)[number], Record<Operation, OperationRefusal | '-'>> = {
  authorized: {
    ...{ ship: '-', capture: '-', cancel: '-', modify: '-' },
    ...{
      change_method: 'not_cancelled',
      change_fee: 'method_not_changed',
      reset_shipping: 'nothing_to_reset',
    },
  },
  captured: {
    ...{ ship: '-', capture: 'already_captured', cancel: 'already_captured', modify: 'already_captured' },
    ...{
      change_method: 'not_cancelled',
      change_fee: 'method_not_changed',
      reset_shipping: 'nothing_to_reset',
    },
  },
  cancelled: {
    ...{ ship: 'already_cancelled', capture: 'already_cancelled', cancel: 'already_cancelled' },
    ...{ modify: 'already_cancelled', change_method: '-', change_fee: 'method_not_changed' },
    ...{ reset_shipping: 'already_cancelled' },
  },
  authorization_expired: {
    ...{ ship: '-', capture: 'authorization_expired', cancel: '-', modify: 'authorization_expired' },
    ...{
      change_method: 'not_cancelled',
      change_fee: 'method_not_changed',
      reset_shipping: 'nothing_to_reset',
    },
  },
  failed: {
    ...{ ship: '-', capture: 'payment_failed', cancel: '-', modify: 'payment_failed' },
    ...{
      change_method: 'not_cancelled',
      change_fee: 'method_not_changed',
      reset_shipping: 'nothing_to_reset',
    },
  },
  incomplete: {
    ...{ ship: '-', capture: 'payment_incomplete', cancel: '-', modify: 'payment_incomplete' },
    ...{
      change_method: 'not_cancelled',
      change_fee: 'method_not_changed',
      reset_shipping: 'nothing_to_reset',
    },
  },
}

describe('what is possible by status', () => {
  const cells = paymentStatuses.flatMap((paymentStatus) =>
    operations.map((operation) => ({ paymentStatus, operation, expected: table[paymentStatus][operation] })),
  )
  it.each(cells)('$operation at $paymentStatus: $expected', ({ paymentStatus, operation, expected }) => {
    expect(refusalOf(operation, order({ paymentStatus }), now) ?? '-').toBe(expected)
  })

  it.each(operations)('%s waits for what is under way', (operation) => {
    expect(refusalOf(operation, order({ underWay: true }), now)).toBe('under_way')
  })
})

describe('a capture', () => {
  const capture = (more: Partial<StandingOrder>, at = now) => refusalOf('capture', order(more), at)

  /** Ordered in Tokyo on 27 September: the last day is 24 November there. */
  it.each([
    ['2026-09-26T15:00:00.000Z', '2026-11-24T14:59:59.999Z', null],
    ['2026-09-27T14:59:59.999Z', '2026-11-24T14:59:59.999Z', null],
    ['2026-09-27T14:59:59.999Z', '2026-11-24T15:00:00.000Z', 'too_late'],
    ['2026-09-26T15:00:00.000Z', '2026-11-24T15:00:00.000Z', 'too_late'],
    // Over a month's end and a leap day: 58 days after 1 January 2028 is 28 February, after 2 January the 29th.
    ['2028-01-01T03:00:00.000Z', '2028-02-28T14:59:59.999Z', null],
    ['2028-01-01T03:00:00.000Z', '2028-02-28T15:00:00.000Z', 'too_late'],
    ['2028-01-02T03:00:00.000Z', '2028-02-29T14:59:59.999Z', null],
    ['2028-01-02T03:00:00.000Z', '2028-02-29T15:00:00.000Z', 'too_late'],
  ])('of an order of %s at %s: %s', (orderedAt, at, expected) => {
    expect(capture({ orderedAt: new Date(orderedAt) }, new Date(at))).toBe(expected)
  })

  const wrongDigit = valid.slice(0, 11) + String((Number(slip) + 1) % 7)
  const slips: [
    setting: 'yamato_only' | 'any',
    slip: string | null,
    carrier: string | null,
    OperationRefusal | null,
  ][] = [
    ['yamato_only', valid, 'ヤマト運輸', null],
    ['yamato_only', valid, null, null],
    ['yamato_only', null, 'ヤマト運輸', 'slip_missing'],
    ['yamato_only', '4710-0234-5672', 'ヤマト運輸', 'slip_not_digits'],
    ['yamato_only', '４７１００２３４５６７２', 'ヤマト運輸', 'slip_not_digits'],
    ['yamato_only', '1234567890123', 'ヤマト運輸', 'slip_too_long'],
    ['yamato_only', '12345678901', 'ヤマト運輸', 'slip_not_yamato'],
    ['yamato_only', wrongDigit, 'ヤマト運輸', 'slip_check_digit'],
    ['yamato_only', valid, '佐川急便', 'carrier_not_yamato'],
    ['any', null, null, null],
    ['any', null, '佐川急便', null],
    ['any', '12345', '佐川急便', null],
    ['any', '1234567890123', '佐川急便', 'slip_too_long'],
    ['any', 'AB12', '佐川急便', 'slip_not_digits'],
    ['any', wrongDigit, 'クロネコヤマト', 'slip_check_digit'],
    ['any', valid, 'ヤマト運輸', null],
  ]
  it.each(slips)('with %s, slip %s by %s: %s', (carrierSetting, slipNumber, carrier, expected) => {
    expect(capture({ carrierSetting, deliveries: [{ status: 'shipped', slipNumber, carrier }] })).toBe(
      expected,
    )
  })

  it('looks at every delivery that ships, and at no other', () => {
    const shipped = { status: 'shipped', slipNumber: valid, carrier: null } as const
    const none = { slipNumber: null, carrier: null } as const
    expect(capture({ deliveries: [shipped, { ...none, status: 'unshipped' }] })).toBe('slip_missing')
    expect(capture({ deliveries: [shipped, { ...none, status: 'cancelled' }] })).toBe(null)
    expect(capture({ deliveries: [shipped, { ...none, status: 'returned' }] })).toBe(null)
  })

  it('is for what Kuroneko knows', () => {
    expect(capture({ origin: 'imported' })).toBe('not_linked')
    expect(capture({ paymentMethod: 'bank_transfer' })).toBe('not_linked')
  })
})

describe('a cancellation', () => {
  const cancel = (more: Partial<StandingOrder>) => refusalOf('cancel', order(more), now)

  it('of a linked payment waits for half an hour', () => {
    expect(cancel({ orderedAt: new Date(now.getTime() - 30 * 60_000 + 1) })).toBe('too_early')
    expect(cancel({ orderedAt: new Date(now.getTime() - 30 * 60_000) })).toBe(null)
    expect(cancel({ orderedAt: now, paymentStatus: 'incomplete' })).toBe(null)
    expect(cancel({ orderedAt: now, origin: 'imported' })).toBe(null)
  })
})

describe('correcting the fee', () => {
  const allowed = paymentStatuses.flatMap((paymentStatus) =>
    paymentMethods.map((paymentMethod) => ({
      ...{ paymentStatus, paymentMethod },
      expected:
        paymentStatus === 'cancelled' && !kuronekoMethods.some((method) => method === paymentMethod)
          ? null
          : 'method_not_changed',
    })),
  )
  it.each(allowed)('at $paymentStatus, paid by $paymentMethod: $expected', ({ expected, ...more }) => {
    expect(refusalOf('change_fee', order(more), now)).toBe(expected)
  })
})

describe('setting the shipping back', () => {
  it('is offered once the method was changed', () => {
    const cancelled = [{ status: 'cancelled', slipNumber: null, carrier: null }] as const
    const changed = order({
      paymentStatus: 'cancelled',
      paymentMethod: 'bank_transfer',
      deliveries: [...cancelled],
    })
    expect(refusalOf('reset_shipping', changed, now)).toBe(null)
    expect(refusalOf('reset_shipping', { ...changed, paymentMethod: 'kuroneko_card' }, now)).toBe(
      'already_cancelled',
    )
    expect(refusalOf('ship', changed, now)).toBe(null)
  })
})
