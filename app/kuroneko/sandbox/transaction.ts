import { z } from 'zod'
import { keptCardSchema } from './saved-cards'

const at = z.iso.datetime()

export const slipSchema = z.object({
  number: z.string(),
  /** `00` Yamato, `99` another carrier. */
  service: z.enum(['00', '99']),
  registeredAt: at,
})

/** Who moved a transaction: a shop through the protocol, a person on the admin page, Kuroneko by itself. */
export const actors = ['api', 'admin', 'kuroneko', 'seed'] as const
export type SandboxActor = (typeof actors)[number]

const entry = z.object({
  at,
  by: z.enum(actors),
  act: z.string(),
  statusInfo: z.number(),
  amount: z.number(),
})

/** 3-D Secure that the buyer is not through with; the card waits here for A09. */
const threeDSchema = z.object({
  /** `threeDToken`, which the shop keeps. */
  token: z.string(),
  /** Names the issuer's page. */
  session: z.string(),
  /** Seals what the browser brings back. */
  secret: z.string(),
  returnUrl: z.string(),
  card: keptCardSchema,
  creditErrorCode: z.string().nullable(),
  use: z
    .object({ memberId: z.string(), authenticationKey: z.string(), savedCardId: z.string().nullable() })
    .nullable(),
})
export type PendingThreeD = z.output<typeof threeDSchema>

/** One card transaction as the sandbox keeps it. Times are ISO 8601 in UTC; neither the buyer nor a card's number is kept. */
export const transactionSchema = z.object({
  traderCode: z.string(),
  orderNo: z.string(),
  statusInfo: z.int().min(0).max(99),
  /** Yen. */
  amount: z.int(),
  /** `0` card; others only where a shop used one number for another method. */
  settleMethodDiv: z.string().default('0'),
  settleMethod: z.string().default('9'),
  orderDataSeq: z.string(),
  approvalCode: z.string(),
  authorisedAt: at.nullable(),
  /** When the payment came about; null while nothing is paid. */
  settledAt: at.nullable(),
  cancelledAt: at.nullable().default(null),
  renewedAt: at,
  slips: z.array(slipSchema).default([]),
  /** A reservation's planned day, `yyyyMMdd`. */
  scheduledShippingDate: z.string().nullable().default(null),
  /** Whose saved card was used or saved. */
  memberId: z.string().optional(),
  savedCardId: z.string().optional(),
  /** `threeDCode` of kuroneko.md §3. */
  threeDCode: z.string().optional(),
  threeD: threeDSchema.optional(),
  history: z.array(entry).default([]),
})
export type SandboxTransaction = z.output<typeof transactionSchema>

/** A merchant's contract with Kuroneko, as far as the sandbox asks about it. */
export type Trader = {
  code: string
  name: string
  /** 金額変更 is contracted. */
  changesAmount?: boolean
  /** A higher amount is contracted. */
  raisesAmount?: boolean
  /** オプションサービス is contracted: cards can be saved. */
  savesCards?: boolean
  /** アクセスキー, 7 characters: the secret in every check sum. */
  accessKey?: string
  /** Every card is asked for 3-D Secure. */
  threeDSecure?: boolean
}
