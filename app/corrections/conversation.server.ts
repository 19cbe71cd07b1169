import { z } from 'zod'
import type { LookUp } from '~/platform/look-up.server'
import { Prisma } from '~/platform/prisma/client'
import { DecisionAction, MessageKind, RequestState } from '~/platform/prisma/enums'

/** What was said and decided on one request, as parts of a larger look-up. */

const time = z.coerce.date()
const person = z.object({ id: z.string(), name: z.string(), role: z.string().nullable() })
const personOf = (column: string) =>
  Prisma.sql`(SELECT json_build_object('id', id, 'name', name, 'role', role) FROM "user" u
    WHERE u.id = ${Prisma.raw(column)})`

const messagesSchema = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(MessageKind),
      body: z.string().nullable(),
      at: time,
      author: person,
    }),
  ),
})
type Said = z.output<typeof messagesSchema>['messages'][number]

/** In the order in which it was said, at most 500. @param withNotes what colleagues write to each other too */
export function messagesLookUp(requestId: string, withNotes: boolean): LookUp<Said[]> {
  return {
    sql: Prisma.sql`
      SELECT coalesce(json_agg(json_build_object(
        'id', m.id, 'kind', m.kind, 'body', m.body, 'at', m.at, 'author', ${personOf('m.author_id')}
      ) ORDER BY m.at, m.id), '[]') AS messages
      FROM (
        SELECT * FROM message WHERE request_id = ${requestId}::uuid AND (${withNotes} OR kind <> 'note')
        ORDER BY at, id LIMIT 500
      ) AS m`,
    read: (row) => messagesSchema.parse(row).messages,
  }
}

const decisionsSchema = z.object({
  decisions: z.array(
    z.object({
      action: z.enum(DecisionAction),
      note: z.string().nullable(),
      noteErased: z.boolean(),
      override: z.boolean(),
      at: time,
      result: z.enum(RequestState),
      digest: z.string().nullable(),
      content: z.string().nullable(),
      actor: person,
    }),
  ),
})
export type Decided = z.output<typeof decisionsSchema>['decisions'][number]

/** The oldest first, at most 100. */
export function decisionsLookUp(requestId: string): LookUp<Decided[]> {
  return {
    sql: Prisma.sql`
      SELECT coalesce(json_agg(json_build_object(
        'action', d.action, 'note', d.note, 'noteErased', d.note_erased, 'override', d.override, 'at', d.at,
        'result', d.result, 'digest', d.digest, 'content', d.content, 'actor', ${personOf('d.actor_id')}
      ) ORDER BY d.at), '[]') AS decisions
      FROM (SELECT * FROM decision WHERE request_id = ${requestId}::uuid ORDER BY at LIMIT 100) AS d`,
    read: (row) => decisionsSchema.parse(row).decisions,
  }
}

const othersSchema = z.object({
  others: z.array(z.object({ reference: z.string(), state: z.enum(RequestState) })),
})
type Other = z.output<typeof othersSchema>['others'][number]

/** The order's other requests in these states, at most ten. */
export function othersLookUp(
  { id, orderId }: { id: string; orderId: string | null },
  states: readonly RequestState[],
): LookUp<Other[]> {
  return {
    sql: Prisma.sql`
      SELECT coalesce(json_agg(other), '[]') AS others FROM (
        SELECT reference, state FROM correction_request
        WHERE order_id = ${orderId}::uuid AND id <> ${id}::uuid AND state = ANY (${states}::request_state[])
        LIMIT 10
      ) AS other`,
    read: (row) => othersSchema.parse(row).others,
  }
}
