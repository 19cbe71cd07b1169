import { openDatabase } from '~/platform/database.server'
import { createTestDatabase } from '../database'

/** An empty, migrated database as verbs know it; `close` when the file is done. */
export async function openTestDatabase() {
  const database = await createTestDatabase()
  const db = openDatabase(database.appUrl)
  async function close() {
    await db.$disconnect()
    await database.drop()
  }
  return { db, close }
}
