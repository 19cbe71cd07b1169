import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { organization, twoFactor } from 'better-auth/plugins'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '~/platform/database.server'
import { attemptsPerAccount } from './attempts.server'

/** The header that carries the caller's address into better-auth. Only `callAuth` writes it, never a client. */
export const addressHeader = 'x-mitame-caller'
/** Where better-auth answers inside the process; nothing is mounted there for the network. */
export const authPath = '/api/auth'

export const passwordLength = { min: 10, max: 128 }
const hour = 60 * 60

export type AuthOptions = {
  db: Database
  secret: string
  /** Where people reach Mitame. */
  baseURL: string
  /** True where people come by https. */
  secureCookies: boolean
}

/**
 * Accounts, sessions and second factors, by better-auth. It has no public address: the routes call its handler in the
 * process (`callAuth`), so that there is neither a sign-up nor any way to name one's own role.
 */
export function createAuth({ db, secret, baseURL, secureCookies }: AuthOptions) {
  return betterAuth({
    appName: 'Mitame',
    secret,
    baseURL,
    basePath: authPath,
    database: prismaAdapter(db, { provider: 'postgresql' }),
    user: { additionalFields: { role: { type: 'string', required: false, input: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    session: { expiresIn: 12 * hour, updateAge: hour / 2 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // The longest window: better-auth forgets what is older, the counts of `attempts.server.ts` too.
      window: attemptsPerAccount.windowSeconds,
      max: 900,
      customRules: {
        // A whole office may sign in from one address in the same minute.
        '/sign-in/email': { window: 60, max: 30 },
        '/two-factor/*': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    plugins: [
      organization({ allowUserToCreateOrganization: false }),
      twoFactor({ issuer: 'Mitame', accountLockout: { maxFailedAttempts: 10, durationSeconds: hour / 4 } }),
    ],
    advanced: {
      cookiePrefix: 'mitame',
      useSecureCookies: secureCookies,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => uuidv7(), joins: true },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })
}

export type Auth = ReturnType<typeof createAuth>
