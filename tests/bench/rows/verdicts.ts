import { assess } from '~/verdicts/assess'
import type { AssessInput } from '~/verdicts/facts'
import type { Row } from '../measure'
import type { Bench } from '../scale'

const wishes = ['captured', 'cancelled', 'authorized'] as const
const statuses = [
  'authorized',
  'captured',
  'cancelled',
  'authorization_expired',
  'failed',
  'incomplete',
] as const
const answers = [4, 30, 31, 40, 12, 16, 20] as const

const inputs: AssessInput[] = wishes.flatMap((paymentWish) =>
  statuses.flatMap((paymentStatus) =>
    answers.map((statusInfo) => ({
      order: {
        paymentStatus,
        amount: 8640,
        orderedOn: '2026-10-20',
        paymentMethod: 'kuroneko_card',
        origin: 'platform',
        carrierSetting: 'any',
        deliveries: [{ status: 'shipped', slipNumber: '471002345671' }],
      },
      request: {
        paymentWish,
        shippingWish: 'unchanged',
        claim: 'cancelled',
        reason: '返品のため取り消しました',
      },
      evidence: { outcome: 'answered', statusInfo, amount: 8640 },
      today: '2026-11-24',
      settings: { secondPersonFrom: 100_000 },
    })),
  ),
)

function perSecond(work: (input: AssessInput) => number, milliseconds: number): number {
  let done = 0
  let kept = 0
  const begun = performance.now()
  while (performance.now() - begun < milliseconds) {
    for (const input of inputs) kept += work(input)
    done += inputs.length
  }
  if (kept === 0) throw new Error('nothing was measured')
  return done / ((performance.now() - begun) / 1000)
}

const floor = (input: AssessInput) => JSON.stringify(input.request).length
const judged = (input: AssessInput) => assess(input).findings.length

/** Assessments per second on one core, against a loop that only reads the same facts. */
export const verdicts: Bench = async ({ duration: { warmUp, milliseconds } }) => {
  perSecond(judged, warmUp)
  const before = perSecond(floor, milliseconds)
  const each = perSecond(judged, milliseconds)
  const after = perSecond(floor, milliseconds)
  const measured = { calls: 0, perSecond: each, p50: 1_000 / each, p99: 1_000 / each }
  const row = { name: 'verdicts', measured, floors: [before, after] } satisfies Row
  return [
    { kind: 'ratio', row, goal: null },
    {
      ...{ kind: 'value', name: 'verdicts on one core', value: each, unit: '/s' },
      goal: { at: 'least', value: 200_000 },
    },
  ]
}
