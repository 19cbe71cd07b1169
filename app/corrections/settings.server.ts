import type { Database, Transaction } from '~/platform/database.server'

/** The desk's settings: the yen amount from which a second person approves, and the hours until a request is due. */
export function deskSettings(db: Database | Transaction) {
  return db.deskSettings.findUniqueOrThrow({ where: { id: 1 } })
}
