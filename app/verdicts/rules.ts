import type { Statuses } from '~/orders/change'
import type { PaymentMethod } from '~/orders/codes'
import type { SlipFault } from '~/orders/slip-number'
import type { PaymentStatus, ShippingStatus } from '~/orders/statuses'
import type { Claim } from '~/orders/wishes'
import type { Answer } from './answers'

/** By weight. `ord` blocks as `no` does: the ordinary operation does this and moves the money too. */
export const severities = ['no', 'ord', 'look', 'info'] as const
export type Severity = (typeof severities)[number]

/** What a finding is about, in the order of `verdicts.md`. */
export const subjects = ['wish', 'evidence', 'deliveries', 'claim', 'order'] as const
export type Subject = (typeof subjects)[number]

/** Where the person who reads a finding goes next. */
export const links = [
  'capture',
  'cancel',
  'kuroneko_admin',
  'ask_kuroneko',
  'ask_merchant',
  'new_request',
  'other_request',
  'reverted_request',
  'order',
  'history',
] as const
export type Link = (typeof links)[number]

/** One of several deliveries, counted from 1 as people do. */
export type NamedDelivery = { place: number; status: ShippingStatus }

export const followers = ['stock', 'points', 'buyer_mail', 'warehouse_mail'] as const
/** What an ordinary operation would move along, and a cosmetic change does not. */
export type Follower = (typeof followers)[number]

/** Every fact that a sentence can name. Amounts are yen, days Tokyo calendar days. */
export type Params = {
  payment: PaymentStatus
  method: PaymentMethod
  claim: Claim
  answer: Answer
  statusInfo: number
  lastDay: string
  daysLeft: number
  here: number
  there: number
  limit: number
  deliveries: NamedDelivery[]
  slips: { place: number; fault: SlipFault }[]
  followers: Follower[]
  reference: string
  typed: string
  number: string
  before: Statuses
  now: Statuses
}
export type ParamName = keyof Params

export type Rule = {
  severity: Severity
  about: Subject
  params: readonly ParamName[]
  link?: Link
}

/** Every finding there is, by its id: those about the same thing in the order of their table. */
export const rules = {
  nothing_would_change: { severity: 'no', about: 'wish', params: [], link: 'order' },
  status_not_wishable: { severity: 'no', about: 'wish', params: ['payment'], link: 'new_request' },

  kuroneko_cancelled: { severity: 'no', about: 'evidence', params: [], link: 'kuroneko_admin' },
  never_authorised: { severity: 'no', about: 'evidence', params: [], link: 'kuroneko_admin' },
  no_transaction: { severity: 'no', about: 'evidence', params: [], link: 'kuroneko_admin' },
  authorised_only: { severity: 'no', about: 'evidence', params: [], link: 'kuroneko_admin' },
  buyer_not_finished: { severity: 'no', about: 'evidence', params: [], link: 'kuroneko_admin' },
  nothing_captured: { severity: 'no', about: 'evidence', params: [], link: 'kuroneko_admin' },
  buyer_stays_charged: { severity: 'no', about: 'evidence', params: [], link: 'kuroneko_admin' },
  not_authorised_there: { severity: 'no', about: 'evidence', params: ['answer'], link: 'kuroneko_admin' },
  authorisation_too_late: { severity: 'no', about: 'evidence', params: ['lastDay'], link: 'kuroneko_admin' },
  no_way_back_to_authorised: { severity: 'no', about: 'evidence', params: ['payment'], link: 'ask_merchant' },
  capture_instead: { severity: 'ord', about: 'evidence', params: ['lastDay'], link: 'capture' },
  capture_again_instead: { severity: 'ord', about: 'evidence', params: ['lastDay'], link: 'capture' },
  cancel_instead: { severity: 'ord', about: 'evidence', params: [], link: 'cancel' },
  cancel_here_and_there: { severity: 'ord', about: 'evidence', params: [], link: 'cancel' },
  cancel_here_only: { severity: 'ord', about: 'evidence', params: [], link: 'cancel' },
  cancelled_order_comes_back: { severity: 'look', about: 'evidence', params: [], link: 'order' },
  captured_here_authorised_there: { severity: 'look', about: 'evidence', params: [], link: 'ask_merchant' },
  captured_here_failed_there: { severity: 'look', about: 'evidence', params: [], link: 'ask_merchant' },
  nothing_was_charged: { severity: 'look', about: 'evidence', params: [], link: 'cancel' },
  nothing_to_cancel_there: { severity: 'look', about: 'evidence', params: [], link: 'kuroneko_admin' },
  authorised_anew: { severity: 'look', about: 'evidence', params: [], link: 'ask_merchant' },
  kuroneko_undecided: { severity: 'look', about: 'evidence', params: ['statusInfo'], link: 'kuroneko_admin' },
  evidence_not_asked: { severity: 'look', about: 'evidence', params: [], link: 'ask_kuroneko' },
  evidence_unusable: { severity: 'look', about: 'evidence', params: [], link: 'ask_kuroneko' },
  number_does_not_fit: { severity: 'look', about: 'evidence', params: [], link: 'kuroneko_admin' },

  delivery_contradicts_payment: {
    severity: 'no',
    about: 'deliveries',
    params: ['payment', 'deliveries'],
    link: 'new_request',
  },
  delivery_still_open: {
    severity: 'look',
    about: 'deliveries',
    params: ['deliveries'],
    link: 'ask_merchant',
  },
  goods_have_left: { severity: 'look', about: 'deliveries', params: ['deliveries'], link: 'order' },
  several_deliveries: { severity: 'look', about: 'deliveries', params: ['deliveries'], link: 'order' },
  slip_number_missing: { severity: 'look', about: 'deliveries', params: ['slips'], link: 'order' },
  delivery_reopened: { severity: 'look', about: 'deliveries', params: ['deliveries'], link: 'history' },

  claim_cancelled_not_so: { severity: 'no', about: 'claim', params: ['answer'], link: 'kuroneko_admin' },
  claim_captured_not_so: { severity: 'no', about: 'claim', params: ['answer'], link: 'kuroneko_admin' },
  claim_differs: { severity: 'look', about: 'claim', params: ['claim', 'answer'], link: 'ask_merchant' },
  claim_contradicts_wish: {
    severity: 'no',
    about: 'claim',
    params: ['claim', 'payment'],
    link: 'ask_merchant',
  },
  claim_in_words: { severity: 'look', about: 'claim', params: [], link: 'ask_merchant' },

  no_order: { severity: 'no', about: 'order', params: [], link: 'ask_merchant' },
  number_normalised: { severity: 'look', about: 'order', params: ['typed', 'number'], link: 'order' },
  number_without_suffix: { severity: 'look', about: 'order', params: ['typed', 'number'], link: 'order' },
  not_kuroneko_card: { severity: 'no', about: 'order', params: ['method'], link: 'order' },
  imported_order: { severity: 'no', about: 'order', params: [], link: 'order' },
  another_open_request: { severity: 'no', about: 'order', params: ['reference'], link: 'other_request' },
  order_changed: { severity: 'look', about: 'order', params: ['before', 'now'], link: 'history' },
  amount_differs_at_capture: {
    severity: 'no',
    about: 'evidence',
    params: ['here', 'there'],
    link: 'kuroneko_admin',
  },
  amount_differs: { severity: 'look', about: 'evidence', params: ['here', 'there'], link: 'kuroneko_admin' },
  amount_at_limit: { severity: 'info', about: 'order', params: ['limit'] },
  capture_period_ending: {
    severity: 'info',
    about: 'order',
    params: ['daysLeft', 'lastDay'],
    link: 'capture',
  },
  cancellation_failed_there: { severity: 'look', about: 'evidence', params: [], link: 'kuroneko_admin' },
  amount_change_failed_there: { severity: 'look', about: 'evidence', params: [], link: 'kuroneko_admin' },
  authorisation_may_have_lapsed: {
    severity: 'info',
    about: 'evidence',
    params: ['lastDay'],
    link: 'kuroneko_admin',
  },
  reason_says_little: { severity: 'look', about: 'order', params: [], link: 'ask_merchant' },
  reverts_applied: { severity: 'look', about: 'order', params: ['reference'], link: 'reverted_request' },
  nothing_else_follows: { severity: 'info', about: 'order', params: ['followers'], link: 'order' },
} as const satisfies Record<string, Rule>

export type FindingId = keyof typeof rules

export const findingIds = Object.keys(rules) as FindingId[]

/** The facts that go with one finding. */
export type ParamsOf<Id extends FindingId> = Pick<Params, (typeof rules)[Id]['params'][number]>

/** The findings whose sentence names no facts. */
export type PlainFinding = {
  [Id in FindingId]: (typeof rules)[Id]['params'] extends readonly [] ? Id : never
}[FindingId]

/** A lead may override what evidence and claim say, never what would make no sense to write (`verdicts.md`). */
export function isOverridable(id: FindingId): boolean {
  const { severity, about }: Rule = rules[id]
  return severity === 'no' && (about === 'evidence' || about === 'claim')
}
