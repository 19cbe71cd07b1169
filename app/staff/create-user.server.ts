import { hashPassword } from 'better-auth/crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { Role } from './permissions'

export type NewUser = {
  email: string
  name: string
  role: Role
  password: string
  /** The shop that a merchant acts for; null for the desk's own people. */
  shopId: string | null
}

/**
 * Creates a user with a password, hashed as better-auth hashes, and a merchant's membership. Whether the address is
 * free is the database's to say: a taken one throws Prisma's P2002.
 * @returns the user's id
 */
export async function createUser(db: Transaction, user: NewUser): Promise<string> {
  const id = uuidv7()
  const password = await hashPassword(user.password)
  await db.user.create({
    data: {
      id,
      email: user.email.toLowerCase(),
      name: user.name,
      role: user.role,
      emailVerified: true,
      accounts: { create: { id: uuidv7(), providerId: 'credential', accountId: id, password } },
      members: user.shopId
        ? { create: { id: uuidv7(), organizationId: user.shopId, role: 'member' } }
        : undefined,
    },
  })
  return id
}
