import { Prisma } from './prisma/client'

/**
 * The columns of a table, under the names that the client has for them, for statements that the client cannot write.
 * @param fields the table's `…ScalarFieldEnum`
 */
export function columnsOf(fields: Record<string, string>): Prisma.Sql {
  const named = Object.values(fields).map((field) => `"${columnOf(field)}" AS "${field}"`)
  return Prisma.raw(named.join(', '))
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
