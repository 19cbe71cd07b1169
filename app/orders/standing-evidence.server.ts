import { z } from 'zod'
import { evidenceIsOld } from '~/kuroneko/answers'
import type { Database, Transaction } from '~/platform/database.server'
import { type LookUp, lookUpTogether } from '~/platform/look-up.server'
import { type Evidence, Prisma } from '~/platform/prisma/client'
import { EvidenceKind, EvidenceOutcome } from '~/platform/prisma/enums'

/** Evidence without the answer's text, which only its own page needs. */
export type StandingEvidence = Omit<Evidence, 'raw'>

/**
 * The evidence that counts for an order now: the latest answer; or, where the latest question brought none, a picture
 * of Kuroneko's admin that is newer than the last usable answer. Null while nobody has asked.
 */
export async function standingEvidence(
  db: Database | Transaction,
  orderId: string,
): Promise<StandingEvidence | null> {
  const { standing } = await lookUpTogether(db, { standing: standingLookUp(orderId) })
  return standing
}

/** The same as a part of a larger look-up; no order has no evidence. */
export function standingLookUp(orderId: string | null): LookUp<StandingEvidence | null> {
  const inquiry = Prisma.sql`kind = 'inquiry'`
  return {
    sql: Prisma.sql`
      SELECT (${newest(orderId, inquiry)}) AS latest,
        (${newest(orderId, Prisma.sql`${inquiry} AND outcome <> 'unknown'`)}) AS usable,
        (${newest(orderId, Prisma.sql`kind = 'screenshot'`)}) AS picture`,
    read(row) {
      const { latest, usable, picture } = newestSchema.parse(row)
      if (!picture || (latest && latest.outcome !== 'unknown')) return latest
      return usable && usable.askedAt > picture.askedAt ? latest : picture
    },
  }
}

function newest(orderId: string | null, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT to_jsonb(e) - 'raw' FROM evidence e
    WHERE order_id = ${orderId}::uuid AND ${condition} ORDER BY asked_at DESC LIMIT 1`
}

/** Whether evidence is young enough to decide on. A picture does not grow old: nobody can ask it again. */
export function isFresh(evidence: StandingEvidence, now: Date): boolean {
  return evidence.kind === 'screenshot' || !evidenceIsOld(evidence.askedAt, now)
}

const time = z.coerce.date()

/** A row of evidence as JSON has it. */
const rowSchema = z
  .object({
    id: z.string(),
    shop_id: z.string(),
    order_id: z.string(),
    kind: z.enum(EvidenceKind),
    outcome: z.enum(EvidenceOutcome),
    reason: z.string().nullable(),
    error_code: z.string().nullable(),
    status_info: z.number().nullable(),
    amount: z.number().nullable(),
    settled_at: time.nullable(),
    cancelled_at: time.nullable(),
    asked_number: z.string().nullable(),
    asked_at: time,
    answered_at: time.nullable(),
    attempts: z.number(),
    actor_id: z.string().nullable(),
  })
  .transform(
    (row): StandingEvidence => ({
      id: row.id,
      shopId: row.shop_id,
      orderId: row.order_id,
      kind: row.kind,
      outcome: row.outcome,
      reason: row.reason,
      errorCode: row.error_code,
      statusInfo: row.status_info,
      amount: row.amount,
      settledAt: row.settled_at,
      cancelledAt: row.cancelled_at,
      askedNumber: row.asked_number,
      askedAt: row.asked_at,
      answeredAt: row.answered_at,
      attempts: row.attempts,
      actorId: row.actor_id,
    }),
  )
const newestSchema = z.object({
  latest: rowSchema.nullable(),
  usable: rowSchema.nullable(),
  picture: rowSchema.nullable(),
})
