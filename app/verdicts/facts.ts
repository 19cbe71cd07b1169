import type { Statuses } from '~/orders/change'
import type { CarrierSetting, OrderOrigin, PaymentMethod, StockState } from '~/orders/codes'
import type { PaymentStatus, ShippingStatus } from '~/orders/statuses'
import type { Claim, PaymentWish, ShippingWish } from '~/orders/wishes'
import type { Answer } from './answers'

/** The order as it stands now. Days are Tokyo calendar days, `YYYY-MM-DD`; amounts are yen. */
export type OrderFacts = {
  /** Only needed to say that Kuroneko cannot be asked about it. */
  number?: string
  kuronekoOrderNumber?: string | null
  paymentStatus: PaymentStatus
  amount: number
  orderedOn: string
  paymentMethod: PaymentMethod
  origin: OrderOrigin
  carrierSetting: CarrierSetting
  deliveries: readonly DeliveryFacts[]
}

export type DeliveryFacts = {
  status: ShippingStatus
  slipNumber?: string | null
  /** Absent where nobody knows; taken as tracked. */
  stockState?: StockState
}

export type RequestFacts = {
  paymentWish: PaymentWish
  shippingWish: ShippingWish
  claim: Claim
  /** Null once it was erased. */
  reason: string | null
}

/** A row of the evidence table fits. */
export type EvidenceFacts = {
  outcome: 'answered' | 'not_found' | 'unknown'
  statusInfo?: number | null
  /** Yen, as Kuroneko has it. */
  amount?: number | null
}

export type AssessInput = {
  /** Null where the shop has no order with that number. */
  order: OrderFacts | null
  request: RequestFacts
  /** Null where Kuroneko has not been asked. */
  evidence: EvidenceFacts | null
  /** The desk's Tokyo day. */
  today: string
  settings: {
    /** Yen; at or above it a second person approves. */
    secondPersonFrom: number
  }
  /** How the number led to the order; absent where it was typed exactly. */
  match?: { as: 'exact' | 'normalised' | 'without_suffix'; typed: string; number: string }
  /** The reference of another open request for the same order. */
  openRequest?: string | null
  /** The reference of the applied request that this one takes back. */
  reverts?: string | null
  /** What the order showed when this was filed, and now, where its version moved in between. */
  changedSinceFiling?: { before: Statuses; now: Statuses } | null
}

/** What the rules read: the input with its order there, and what follows from it. */
export type Case = AssessInput & {
  order: OrderFacts
  now: Statuses
  /** What the order would show once the wish is applied. */
  after: Statuses
  answer: Answer
  /** To capture: 0 on the last day, negative once it is over. */
  daysLeft: number
}
