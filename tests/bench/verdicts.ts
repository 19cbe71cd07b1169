import { assess } from '~/verdicts/assess'
import type { AssessInput } from '~/verdicts/facts'

/** `npx tsx tests/bench/verdicts.ts`: assessments per second on one core, over a loop that only reads the same facts. */

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

function perSecond(work: (input: AssessInput) => number, milliseconds = 2_000): number {
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

perSecond(judged, 500)
const before = perSecond(floor)
const verdicts = perSecond(judged)
const after = perSecond(floor)
const drift = Math.abs(before - after) / Math.max(before, after)

console.log(`verdicts            ${Math.round(verdicts).toLocaleString('en')} per second`)
console.log(
  `floor, JSON of wish ${Math.round((before + after) / 2).toLocaleString('en')} per second (drift ${Math.round(drift * 100)} %)`,
)
console.log(`ratio               ${((2 * verdicts) / (before + after)).toFixed(2)}`)
