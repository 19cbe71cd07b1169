import { z } from 'zod'
import type { Database, Transaction } from '~/platform/database.server'
import type { LookUp } from '~/platform/look-up.server'
import { Prisma } from '~/platform/prisma/client'

/** The desk's settings: the yen amount from which a second person approves, and the hours until a request is due. */
export function deskSettings(db: Database | Transaction) {
  return db.deskSettings.findUniqueOrThrow({ where: { id: 1 } })
}

const schema = z
  .object({ second_person_from: z.number() })
  .transform(({ second_person_from }) => ({ secondPersonFrom: second_person_from }))

/** The yen amount alone, as a part of a larger look-up. */
export const settingsLookUp: LookUp<z.output<typeof schema>> = {
  sql: Prisma.sql`SELECT second_person_from FROM desk_settings WHERE id = 1`,
  read: (row) => schema.parse(row),
}
