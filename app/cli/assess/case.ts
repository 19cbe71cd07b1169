import { z } from 'zod'
import { carrierSettings, orderOrigins, paymentMethods } from '~/orders/codes'
import { paymentStatuses, shippingStatuses } from '~/orders/statuses'
import { claims, paymentWishes, shippingWishes } from '~/orders/wishes'
import type { AssessInput } from '~/verdicts/facts'

const day = z.iso.date()
const yen = z.int().nonnegative()

const order = z.object({
  paymentStatus: z.enum(paymentStatuses),
  amount: yen,
  orderedOn: day,
  paymentMethod: z.enum(paymentMethods).default('kuroneko_card'),
  origin: z.enum(orderOrigins).default('platform'),
  carrierSetting: z.enum(carrierSettings).default('any'),
  deliveries: z.array(z.object({ status: z.enum(shippingStatuses), slipNumber: z.string().nullish() })),
})

const request = z.object({
  paymentStatus: z.enum(paymentWishes),
  shippingStatus: z.enum(shippingWishes),
  kuronekoStatus: z.enum(claims),
  reason: z.string(),
})

const evidence = z
  .object({
    outcome: z.enum(['answered', 'not_found', 'unknown']).default('answered'),
    statusInfo: z.int().nonnegative().optional(),
    amount: yen.nullish(),
  })
  .refine(({ outcome, statusInfo }) => outcome !== 'answered' || statusInfo !== undefined, {
    path: ['statusInfo'],
    message: 'Required unless the outcome is "not_found" or "unknown"',
  })

/** One case as `mitame assess` reads it (`design.md` §10). Evidence without an amount is taken to agree about it. */
export const caseSchema = z
  .object({
    order,
    request,
    /** None: Kuroneko has not been asked. */
    evidence: evidence.nullish(),
    today: day,
    settings: z.object({ secondPersonFrom: yen.default(100_000) }).prefault({}),
  })
  .transform(
    ({ request, evidence, ...rest }): AssessInput => ({
      ...rest,
      request: {
        paymentWish: request.paymentStatus,
        shippingWish: request.shippingStatus,
        claim: request.kuronekoStatus,
        reason: request.reason,
      },
      evidence: evidence ?? null,
    }),
  )
