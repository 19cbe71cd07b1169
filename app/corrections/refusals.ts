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
  /** A finding stands in the way that nobody, or not this person, may override. */
  blocked: 409,
  /** An ordinary operation of the order waits for Kuroneko; what it shows may be about to change. */
  under_way: 409,
} as const satisfies Record<string, number>

export type Refusal = keyof typeof refusals

/** How a verb answers. */
export type Refused<R extends Refusal = Refusal> = { ok: false; refusal: R }

export function refuse<R extends Refusal>(refusal: R): Refused<R> {
  return { ok: false, refusal }
}
