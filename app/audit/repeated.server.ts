import type { Recorded } from './recorded'

/** A column of `order_event e` that repeats what the event's text says, so that events can be looked up by it. */
type Repeated = {
  name: string
  /** The column as text. */
  stored: string
  /** The same by the event's text; null where it says nothing of it. */
  told(recorded: Recorded): unknown
  /** The format of the text from which on the column is filled; all of them unless told. */
  since?: number
}

const repeated: Repeated[] = [
  { name: 'shop_id', stored: 'e.shop_id::text', told: ({ shop }) => shop },
  { name: 'order_id', stored: 'e.order_id::text', told: ({ order }) => order },
  { name: 'request_id', stored: 'e.request_id::text', told: ({ request }) => request },
  { name: 'action', stored: 'e.action', told: ({ action }) => action },
  { name: 'outcome', stored: 'e.outcome', told: ({ outcome }) => outcome },
  { name: 'actor_id', stored: 'e.actor_id::text', told: ({ actor }) => actor?.id ?? null },
  { name: 'actor_role', stored: 'e.actor_role', told: ({ actor }) => actor?.role ?? 'system' },
  { name: 'payment_before', stored: 'e.payment_before::text', told: ({ before }) => before?.payment ?? null },
  { name: 'payment_after', stored: 'e.payment_after::text', told: ({ after }) => after?.payment ?? null },
  {
    name: 'at',
    stored: `(e.at AT TIME ZONE 'UTC')::text`,
    told: ({ at }) => timeText(at),
  },
  {
    name: 'amount',
    stored: 'e.amount::text',
    told: ({ amount }) => amount?.toString() ?? null,
    since: 2,
  },
  {
    name: 'shipping_before',
    stored: `coalesce(e.shipping_before::text, '{}')`,
    told: ({ before }) => arrayText(before?.deliveries),
    since: 2,
  },
  {
    name: 'shipping_after',
    stored: `coalesce(e.shipping_after::text, '{}')`,
    told: ({ after }) => arrayText(after?.deliveries),
    since: 2,
  },
  {
    name: 'evidence_outcome',
    stored: 'e.evidence_outcome',
    told: ({ details }) => details?.evidence_outcome ?? null,
    since: 2,
  },
]

/** How PostgreSQL writes an array of names. */
function arrayText(names: readonly string[] = []): string {
  return `{${names.join()}}`
}

/** How it writes a moment: `2026-11-24 09:00:00.5`. */
function timeText(at: string): string {
  return at.replace('T', ' ').replace(/\.?0*Z$/, '')
}

/** All of them as texts, in their order. */
export const repeatedColumns = repeated.map(({ stored }) => stored)

/** What they hold, in the same order. */
export type RepeatedValues = readonly (string | null)[]

/** One of them by its name. */
export function repeatedValue(values: RepeatedValues, wanted: string): string | null {
  return values[repeated.findIndex(({ name }) => name === wanted)] ?? null
}

/** The names of those that do not say what the text says. */
export function differingFrom(recorded: Recorded, values: RepeatedValues): string[] {
  const differing: string[] = []
  for (const [nth, { name, told, since = 1 }] of repeated.entries()) {
    if (recorded.v >= since && values[nth] !== told(recorded)) differing.push(name)
  }
  return differing
}
