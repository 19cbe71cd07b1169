import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '~/platform/clock'
import { systemClock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import { createAuth } from '~/staff/auth.server'
import { createUser, type NewUser } from '~/staff/create-user.server'
import { readSession } from '~/staff/session.server'
import { signIn } from '~/staff/sign-in.server'

export const password = 'mitame-demo'

export function authOn(db: Database) {
  return createAuth({
    db,
    secret: 'a secret of at least 32 characters',
    baseURL: 'http://127.0.0.1',
    secureCookies: false,
  })
}

/** A browser: an address of its own, and the cookies it was given. */
export function browserOn(db: Database, { address = anAddress() } = {}) {
  const auth = authOn(db)
  const jar = new Map<string, string>()
  return {
    auth,
    db,
    address,
    jar,
    get request() {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      return new Request('http://127.0.0.1/', { headers: { cookie, 'user-agent': 'Firefox/140.0 Linux' } })
    },
    keep(cookies: string[]) {
      for (const line of cookies) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (!name) continue
        if (value && !/max-age=0/i.test(line)) jar.set(name, value)
        else jar.delete(name)
      }
    },
    async signIn(email: string, typed = password, clock: Clock = systemClock) {
      const result = await signIn({ ...this, request: this.request, clock }, { email, password: typed })
      if (result.ok) this.keep(result.cookies)
      return result
    },
    whoami() {
      return readSession(auth, db, this.request.headers)
    },
  }
}

/** A user of its own; whatever the test is about is said, the rest is invented. */
export async function aUser(db: Database, facts: Partial<NewUser> = {}) {
  const email = facts.email ?? `${uuidv7()}@mitame.test`
  const id = await createUser(db, {
    name: '受付 花子',
    role: 'agent',
    password,
    shopId: null,
    ...facts,
    email,
  })
  return { id, email }
}

/** An address nobody else in the run has, so that the limits of one test do not meet another. */
function anAddress(): string {
  const [a = 0, b = 0, c = 0] = crypto.getRandomValues(new Uint8Array(3))
  return `10.${a}.${b}.${c}`
}
