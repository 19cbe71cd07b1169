import type { UnfitNumber } from './number'

/** Why a question brought no usable answer. */
export const unknownReasons = [
  /** Refused, reset or cut off before the answer was complete; no such host. */
  'unreachable',
  /** The certificate or the handshake is not to be trusted. */
  'tls',
  'timeout',
  /** A status other than 200. */
  'http',
  /** Kuroneko never redirects; nothing is followed. */
  'redirect',
  'empty',
  'too_large',
  'wrong_encoding',
  'malformed',
  /** Kuroneko refused the question; the error code says why. */
  'refused',
  'other_order',
  'other_method',
  /** Several results for the number, or another number of results than announced. */
  'ambiguous',
  /** Not asked: earlier questions of this trader all failed a moment ago. */
  'breaker_open',
  /** Not asked: the number does not fit the protocol. */
  'too_long_number',
  'unfit_number',
] as const satisfies readonly (string | UnfitNumber)[]
export type UnknownReason = (typeof unknownReasons)[number]

export function isUnknownReason(reason: string): reason is UnknownReason {
  return unknownReasons.some((known) => known === reason)
}

/** What Kuroneko says of one card transaction. Times are null where it names none. */
export type Answered = {
  kind: 'answered'
  /** 取引状況, see `status-info.ts`. */
  statusInfo: number
  /** The current amount in yen. */
  amount: number | null
  authorisedAt: Date | null
  settledAt: Date | null
  cancelledAt: Date | null
  renewedAt: Date | null
  slipNumbers: string[]
}

export type Outcome =
  | Answered
  | { kind: 'not_found' }
  | { kind: 'unknown'; reason: UnknownReason; errorCode?: string }

/** One question to Kuroneko and what came of it: the raw material of Evidence. */
export type Inquiry = {
  question: { traderCode: string; orderNumber: string; askedAt: Date }
  /** When the answer that counts was complete; null where none came. */
  answeredAt: Date | null
  durationMs: number
  httpStatus: number | null
  /** The answer as received, at most 64 KB; what is not UTF-8 in it stands as U+FFFD. */
  raw: string | null
  /** Requests sent, the first included; 0 where Kuroneko was not asked. */
  attempts: number
  outcome: Outcome
}
