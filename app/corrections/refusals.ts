/** Why the desk did not do what it was asked to. Values, not exceptions; each has one message and one HTTP status. */
export const refusals = {
  /** No such request, or not one that this person may see: the same answer. */
  not_found: 404,
  /** The input does not fit the form. */
  invalid: 422,
  /** The request is no longer in a state for this; `by` says who moved it. */
  conflict: 409,
  /** What was approved is not what stands there now. */
  stale: 409,
  /** The second approval must be a lead's. */
  needs_lead: 403,
  /** The second approval must be another person's. */
  same_person: 403,
  /** No order matches the number, so there is nothing to change. */
  no_order: 409,
  /** The order shows all that was wished for already. */
  nothing_changes: 409,
  /** The order was not, or is no longer, paid through Kuroneko by card. */
  not_kuroneko: 409,
} as const satisfies Record<string, number>

export type Refusal = keyof typeof refusals

/** How a verb answers. */
export type Refused<R extends Refusal = Refusal> = { ok: false; refusal: R }

export function refuse<R extends Refusal>(refusal: R): Refused<R> {
  return { ok: false, refusal }
}
