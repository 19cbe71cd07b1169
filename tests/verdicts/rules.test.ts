import { describe, expect, it } from 'vitest'
import { answers, evidenceIsOld } from '~/verdicts/answers'
import { assess } from '~/verdicts/assess'
import type { AssessInput } from '~/verdicts/facts'
import type { FindingId, Severity } from '~/verdicts/rules'
import { tableUnder } from './markdown'
import { aCase, evidenceOf } from './world'

const captured = {
  request: { paymentWish: 'captured', claim: 'captured', shippingWish: 'unchanged' },
} as const
const capturedCase = aCase({
  order: { paymentStatus: 'authorized' },
  ...captured,
  evidence: evidenceOf.captured,
})
const cancelledOrder = { paymentStatus: 'cancelled', deliveries: [{ status: 'cancelled' }] } as const
const before = { payment: 'authorized', deliveries: ['unshipped'] } as const

type Example = [id: FindingId, input: AssessInput]

/** An example of each row of the page's other tables, by the row's first cell. */
const examples: Record<string, Record<string, Example[]>> = {
  Deliveries: {
    'payment 注文キャンセル with a delivery not キャンセル or 返送': [
      ['delivery_still_open', aCase({ request: { shippingWish: 'unchanged' } })],
      [
        'delivery_still_open',
        aCase({ order: cancelledOrder, request: { paymentWish: 'unchanged', shippingWish: 'preparing' } }),
      ],
    ],
    'payment 決済完了 or 仮売上 with delivery キャンセル': [
      [
        'delivery_contradicts_payment',
        { ...capturedCase, request: { ...capturedCase.request, shippingWish: 'cancelled' } },
      ],
      [
        'delivery_contradicts_payment',
        aCase({ request: { paymentWish: 'unchanged', shippingWish: 'cancelled' } }),
      ],
      [
        'delivery_contradicts_payment',
        aCase({ order: cancelledOrder, ...captured, evidence: evidenceOf.captured }),
      ],
    ],
    'any delivery 配送完了 now, payment wish 注文キャンセル': [
      ['goods_have_left', aCase({ order: { deliveries: [{ status: 'shipped' }] } })],
    ],
    'several deliveries': [
      [
        'several_deliveries',
        aCase({ order: { deliveries: [{ status: 'preparing' }, { status: 'unshipped' }] } }),
      ],
    ],
    'ヤマトグループのみ, payment wish 決済完了, no valid slip number': [
      undefined,
      null,
      '',
      '47100234567',
      '471002345672',
      '4710-0234-5671',
      '４７１００２３４５６７１',
    ].map((slipNumber): Example => {
      const deliveries = [{ status: 'shipped' as const, slipNumber }]
      const order = { ...capturedCase.order, carrierSetting: 'yamato_only' as const, deliveries }
      return ['slip_number_missing', { ...capturedCase, order }]
    }),
    'delivery キャンセル → 未配送 while payment stays 注文キャンセル': [
      [
        'delivery_reopened',
        aCase({ order: cancelledOrder, request: { paymentWish: 'unchanged', shippingWish: 'unshipped' } }),
      ],
      ['delivery_reopened', aCase({ order: cancelledOrder, request: { shippingWish: 'unshipped' } })],
    ],
  },
  'Claim against wish and evidence': {
    'claim says cancelled, evidence says captured or authorised': [
      ['claim_cancelled_not_so', aCase({ evidence: evidenceOf.captured })],
      ['claim_cancelled_not_so', aCase({ evidence: evidenceOf.authorized })],
    ],
    'claim says captured, evidence says cancelled or authorised': [
      ['claim_captured_not_so', { ...capturedCase, evidence: evidenceOf.cancelled }],
      ['claim_captured_not_so', { ...capturedCase, evidence: evidenceOf.authorized }],
    ],
    'any other difference between claim and evidence': [
      ['claim_differs', aCase({ request: { claim: 'failed' } })],
      ['claim_differs', aCase({ evidence: evidenceOf.not_found })],
      ['claim_differs', aCase({ evidence: evidenceOf.open })],
    ],
    'claim cancelled with wish 決済完了, claim captured with wish 注文キャンセル': [
      [
        'claim_contradicts_wish',
        { ...capturedCase, request: { ...capturedCase.request, claim: 'cancelled' } },
      ],
      ['claim_contradicts_wish', aCase({ request: { claim: 'captured' } })],
      ['claim_contradicts_wish', { ...aCase({ request: { claim: 'captured' } }), order: null }],
    ],
    'claim `other`': [['claim_in_words', aCase({ request: { claim: 'other' } })]],
  },
  'Everything else': {
    "no order with this number in this shop (another shop's order reads the same)": [
      ['no_order', { ...aCase(), order: null }],
    ],
    'number matches only without its `-1`-like suffix, or only after normalising': [
      ['number_normalised', aCase({ match: { as: 'normalised', typed: 'ｐ１', number: 'P1' } })],
      ['number_without_suffix', aCase({ match: { as: 'without_suffix', typed: 'P1-1', number: 'P1' } })],
    ],
    'payment method is not a Kuroneko card one (or was changed after cancelling)': [
      ['not_kuroneko_card', aCase({ order: { paymentMethod: 'kuroneko_card_payment' } })],
      ['not_kuroneko_card', aCase({ order: { ...cancelledOrder, paymentMethod: 'bank_transfer' } })],
    ],
    'order was imported from elsewhere, so Kuroneko never knew it': [
      ['imported_order', aCase({ order: { origin: 'imported' } })],
    ],
    'another open request for the same order': [
      ['another_open_request', aCase({ openRequest: 'MT-2026-000001' })],
    ],
    'order changed since the request was filed': [
      [
        'order_changed',
        aCase({
          changedSinceFiling: {
            before: { ...before, deliveries: [...before.deliveries] },
            now: { payment: 'captured', deliveries: ['unshipped'] },
          },
        }),
      ],
    ],
    'evidence 16 or 17': [
      ['cancellation_failed_there', aCase({ evidence: { outcome: 'answered', statusInfo: 16 } })],
      ['amount_change_failed_there', aCase({ evidence: { outcome: 'answered', statusInfo: 17 } })],
    ],
    "reason shorter than 5 characters or equal to the template's own example with nothing else true of the order":
      [
        ['reason_says_little', aCase({ request: { reason: '返品の為' } })],
        ['reason_says_little', aCase({ request: { reason: '　返 品　' } })],
        ...[
          'クロネコ側で実売上後のキャンセルに成功したため',
          '（例：クロネコ側で実売上後のキャンセルに成功したため）',
        ].map(
          (reason): Example => [
            'reason_says_little',
            { ...capturedCase, request: { ...capturedCase.request, reason } },
          ],
        ),
      ],
    'this reverts an applied request': [['reverts_applied', aCase({ reverts: 'MT-2026-000001' })]],
    '58 days: fewer than 7 left for a 仮売上 order': [
      ['capture_period_ending', aCase({ order: { paymentStatus: 'authorized', orderedOn: '2026-10-03' } })],
    ],
    'always: stock, points, mails to the buyer and the warehouse do not follow a cosmetic change': [
      ['nothing_else_follows', aCase()],
      ['nothing_else_follows', aCase({ order: { paymentMethod: 'other' } })],
    ],
  },
}

/** Rows whose severity the page tells in words; each has its own test below. */
const inWords = [
  "Kuroneko's amount differs from the order's",
  'evidence older than 10 minutes',
  "amount at or above the desk's limit",
  "evidence 4 older than the authorisation's life",
  "Kuroneko's number of the order is unknown and the order's own does not fit the protocol (over 23 characters)",
]

const severityIn = (text: string): Severity | undefined =>
  (['no', 'look', 'info'] as const).find((severity) => new RegExp(`^${severity}\\b`, 'u').test(text))

const find = (input: AssessInput, id: FindingId) =>
  assess(input).findings.find((finding) => finding.id === id)

describe.each(Object.entries(examples))('the table "%s"', (heading, ofRow) => {
  const rows = tableUnder(heading).map((row) => Object.values(row) as [string, string])

  it('has an example for each of its rows', () => {
    const named = [...Object.keys(ofRow), ...(heading === 'Everything else' ? inWords : [])]
    expect(rows.map(([rule]) => rule).sort()).toEqual(named.sort())
  })

  const cases = rows.flatMap(([rule, says]) =>
    (ofRow[rule] ?? []).map(([id, input], at) => ({ rule, says, id, input, at })),
  )

  it.each(cases)('$rule ($at): $id', ({ says, id, input }) => {
    const severity = severityIn(says)
    expect(severity).toBeDefined()
    expect(find(input, id)?.severity).toBe(severity)
    const { verdict } = assess(input)
    if (severity === 'no') expect(verdict).toBe('no')
    if (severity === 'look') expect(verdict).not.toBe('go')
    if (/\btwo\b/u.test(says)) expect(assess(input).secondPerson).toBe(true)
  })
})

it('has nothing against a wish that Kuroneko bears out', () => {
  for (const input of [aCase(), capturedCase]) {
    const { findings, ...rest } = assess(input)
    expect(rest).toEqual({ verdict: 'go', secondPerson: false, secondPersonReasons: [] })
    expect(findings.map(({ id }) => id)).toEqual(['nothing_else_follows'])
  }
})

describe("Kuroneko's answer, reduced", () => {
  const codes: Record<string, number[]> = {
    authorized: [4],
    captured: [30, 31],
    cancelled: [40],
    failed: [11, 12, 13, 14, 15],
    open: [0, 1, 2, 3, 5, 20, 21, 50, 16, 17, 6, 18, 22, 41, 99],
  }

  it('is that of the page', () => {
    expect(tableUnder("Kuroneko's answer, reduced").map(({ K }) => K)).toEqual(answers)
  })

  it.each(Object.entries(codes).flatMap(([answer, list]) => list.map((code) => [code, answer] as const)))(
    '%i is %s',
    (statusInfo, answer) => {
      const { findings } = assess(
        aCase({ evidence: { outcome: 'answered', statusInfo }, request: { claim: 'failed' } }),
      )
      const { source } = findings.find(({ source }) => 'column' in source) ?? {}
      // A cancelled sale is the one cell with nothing to say.
      if (answer === 'cancelled') expect(source).toBeUndefined()
      else expect(source).toMatchObject({ column: answer })
    },
  )
})

describe('no usable evidence', () => {
  it.each([
    ['evidence_not_asked', aCase({ evidence: null })],
    ['evidence_unusable', aCase({ evidence: { outcome: 'unknown' } })],
    ['evidence_unusable', aCase({ evidence: { outcome: 'answered', statusInfo: null } })],
    ['number_does_not_fit', aCase({ order: { number: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' }, evidence: null })],
    ['number_does_not_fit', aCase({ order: { number: 'P'.repeat(24) }, evidence: { outcome: 'unknown' } })],
    [
      'evidence_unusable',
      aCase({
        order: { number: 'P'.repeat(24), kuronekoOrderNumber: 'P1' },
        evidence: { outcome: 'unknown' },
      }),
    ],
  ] as const)('%s', (id, input) => {
    expect(find(input, id)).toMatchObject({ severity: 'look', source: { column: 'unknown' } })
    expect(assess(input)).toMatchObject({ verdict: 'look', secondPersonReasons: ['evidence'] })
  })

  it('does not matter to a change of deliveries only', () => {
    const input = aCase({ request: { paymentWish: 'unchanged', shippingWish: 'shipped' }, evidence: null })
    expect(assess(input)).toMatchObject({ verdict: 'go', secondPerson: false })
  })
})

describe('a wish that changes nothing, or cannot be had', () => {
  it.each([
    ['captured', 'unchanged'],
    ['captured', 'unshipped'],
    ['unchanged', 'unshipped'],
    ['unchanged', 'unchanged'],
  ] as const)('%s and %s of an order that shows so', (paymentWish, shippingWish) => {
    expect(find(aCase({ request: { paymentWish, shippingWish } }), 'nothing_would_change')?.severity).toBe(
      'no',
    )
  })

  it('is judged as a change of deliveries where only they move', () => {
    const input = aCase({
      request: { paymentWish: 'captured', shippingWish: 'shipped', claim: 'captured' },
      evidence: evidenceOf.captured,
    })
    expect(assess(input).verdict).toBe('go')
  })

  it.each(['authorization_expired', 'failed', 'incomplete'] as const)('%s', (paymentWish) => {
    expect(find(aCase({ request: { paymentWish } }), 'status_not_wishable')).toMatchObject({
      severity: 'no',
      overridable: false,
    })
  })
})

describe('the amount', () => {
  const differs = { ...evidenceOf.captured, amount: 8641 }

  it('must agree for 決済完了, and is weighed otherwise', () => {
    expect(find({ ...capturedCase, evidence: differs }, 'amount_differs_at_capture')).toMatchObject({
      severity: 'no',
      overridable: true,
      params: { here: 8640, there: 8641 },
    })
    expect(
      find(aCase({ evidence: { ...evidenceOf.cancelled, amount: 1 } }), 'amount_differs')?.severity,
    ).toBe('look')
  })

  it.each([
    [99_999, []],
    [100_000, ['amount']],
  ])('%i yen: %j', (amount, reasons) => {
    const evidence = { ...evidenceOf.cancelled, amount }
    expect(assess(aCase({ order: { amount }, evidence })).secondPersonReasons).toEqual(reasons)
  })
})

describe('58 days', () => {
  const order = { paymentStatus: 'authorized', orderedOn: '2026-11-04' } as const

  it.each([
    ['2026-12-25', undefined],
    ['2026-12-26', { daysLeft: 6, lastDay: '2027-01-01' }],
    ['2027-01-01', { daysLeft: 0, lastDay: '2027-01-01' }],
    ['2027-01-02', undefined],
  ])('%s: %j', (today, params) => {
    expect(find(aCase({ order, today }), 'capture_period_ending')?.params).toEqual(params)
  })

  it.each([
    ['2027-01-01', undefined],
    ['2027-01-02', 'info'],
  ])('%s, Kuroneko still answers 4: %s', (today, severity) => {
    const input = aCase({ order, today, evidence: evidenceOf.authorized })
    expect(find(input, 'authorisation_may_have_lapsed')?.severity).toBe(severity)
  })
})

describe('a lead', () => {
  it('may override what evidence and claim say, and nothing else', () => {
    const blocking = [
      aCase({ evidence: evidenceOf.captured }),
      aCase({ order: { paymentMethod: 'other', origin: 'imported' }, openRequest: 'MT-2026-000001' }),
      aCase({ order: { paymentStatus: 'authorized' }, evidence: evidenceOf.authorized }),
      aCase({ order: cancelledOrder }),
    ].flatMap((input) =>
      assess(input).findings.filter(({ severity }) => severity === 'no' || severity === 'ord'),
    )
    expect(Object.fromEntries(blocking.map(({ id, overridable }) => [id, overridable]))).toEqual({
      buyer_stays_charged: true,
      claim_cancelled_not_so: true,
      not_kuroneko_card: false,
      imported_order: false,
      another_open_request: false,
      cancel_instead: false,
      nothing_would_change: false,
    })
  })
})

it('takes the example at its word where Kuroneko bears it out', () => {
  const reason = 'クロネコ側で実売上後のキャンセルに成功したため'
  expect(assess(aCase({ request: { reason } })).verdict).toBe('go')
})

it('names what does not follow, of what there is', () => {
  const untracked = aCase({ order: { deliveries: [{ status: 'unshipped', stockState: 'untracked' }] } })
  const followers = (input: AssessInput) => find(input, 'nothing_else_follows')?.params.followers
  expect(followers(untracked)).toEqual(['points', 'buyer_mail', 'warehouse_mail'])
  expect(followers(capturedCase)).toEqual(['stock', 'points', 'buyer_mail'])
})

it.each([
  [600_000, false],
  [600_001, true],
])('evidence %i ms old has to be asked for again: %s', (age, old) => {
  const asked = new Date('2026-11-24T00:00:00Z')
  expect(evidenceIsOld(asked, new Date(asked.getTime() + age))).toBe(old)
})
