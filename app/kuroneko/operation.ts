import type { UnknownReason } from './inquiry'
import type { operationRequests } from './operation-requests.server'
import type { FunctionCode } from './operations'
import type { RefusalKind } from './refusals'

type Requests = typeof operationRequests

/** What Kuroneko can be asked to do. */
export type Operation = keyof Requests

/** An operation with its input. */
export type OperationRequest<O extends Operation = Operation> = {
  [One in O]: { operation: One } & Requests[One]['schema']['_zod']['input']
}[O]

/** A card that Kuroneko keeps for a member. */
export type SavedCard = {
  /** Its place, 1 the newest; may shift with every payment and deletion. */
  cardKey: string
  maskedNumber: string
  /** `MMYY` */
  expiry: string
  owner: string
  cardCodeApi: string
  /** `yyyyMMddHHmmss`; the lock of a deletion: as text, never as a time. */
  lastCreditDate: string
  /** A reservation hangs on it: it should not be deleted. */
  hasReservation: boolean
  hasRecurring: boolean
}

type Nothing = Record<never, never>
type Registered =
  | { step: 'registered'; approvalCode: string | null }
  /** Nothing is authorised yet: show the page, then finish with what the browser brings back. */
  | { step: 'three_d_secure'; html: string; threeDToken: string }
type Finished = { approvalCode: string | null }

/** What an answer tells beside that it was done. Never a status: only an inquiry tells that. */
export type OperationAnswers = {
  cancel: Nothing
  change_amount: Nothing
  re_authorise: Nothing
  register_with_token: Registered
  finish_three_d_secure: Finished
  register_with_saved_card: Registered
  finish_saved_card_three_d_secure: Finished
  list_cards: { cards: SavedCard[] }
  delete_card: Nothing
  register_shipment: { slipUrl: string | null; mobileSlipUrl: string | null }
  take_back_shipment: Nothing
}

/** Why nothing is known of an operation's outcome. */
export type OperationUnknownReason =
  | Exclude<UnknownReason, 'refused' | 'other_order' | 'other_method' | 'ambiguous'>
  /** Not sent: the input does not fit the protocol. */
  | 'unfit_request'

export type OperationOutcome<O extends Operation = Operation> =
  | { kind: 'done'; answer: OperationAnswers[O] }
  | {
      kind: 'refused'
      /** '' where Kuroneko named none. */
      errorCode: string
      /** What the card network or the issuer said. */
      creditErrorCode: string | null
      refusal: RefusalKind
    }
  | {
      kind: 'unknown'
      reason: OperationUnknownReason
      /** True only where the request certainly never left: nothing can have happened. Else an inquiry has to tell. */
      notSent: boolean
      /** `unfit_request`: the inputs that do not fit. */
      problems?: string[]
    }

/** One operation and what came of it. Holds neither card data nor keys. */
export type OperationResult<O extends Operation = Operation> = {
  operation: O
  functionCode: FunctionCode
  traderCode: string
  /** Null for operations on saved cards. */
  orderNumber: string | null
  askedAt: Date
  durationMs: number
  httpStatus: number | null
  outcome: OperationOutcome<O>
}
