import { Prisma } from '~/platform/prisma/client'
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
    stored: `to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    told: ({ at }) => at,
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

/** All of them as one JSON array of texts, in their order: one value is read far quicker than fourteen. */
export const repeatedColumns = Prisma.raw(
  `array_to_json(ARRAY[${repeated.map(({ stored }) => stored).join()}])::text`,
)

/** One of them by its name. */
export function repeatedValue(columns: string, wanted: string): string | null {
  return valuesIn(columns)[repeated.findIndex(({ name }) => name === wanted)] ?? null
}

/** The names of those that do not say what the text says. */
export function differingFrom(recorded: Recorded, columns: string): string[] {
  // JSON has one spelling here and there. Were it not so, the values are compared below.
  if (columns === JSON.stringify(repeated.map(({ told }) => told(recorded)))) return []
  const values = valuesIn(columns)
  return repeated.flatMap(({ name, told, since = 1 }, nth) =>
    recorded.v < since || values[nth] === told(recorded) ? [] : [name],
  )
}

function valuesIn(columns: string): (string | null)[] {
  return JSON.parse(columns)
}
