import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '~/platform/database.server'
import { passwordLength } from '~/staff/auth.server'
import { createUser } from '~/staff/create-user.server'
import { roles } from '~/staff/permissions'
import { CommandRefused, type Run, readArgs, type Terminal } from './command'

const help = `npm run mitame -- user create --email E --name N --role R [--shop CODE] [--password P] [--json]

利用者を作ります。/ Creates a user.

  --role      ${roles.join(' | ')}
  --shop      店舗コード（merchant には必須）/ the shop's code, required for a merchant
  --password  ${passwordLength.min}文字以上。- なら標準入力から。省くと作って一度だけ表示します。
              at least ${passwordLength.min} characters; - reads it from standard input; without it one is made and shown once
  --json      {"id", "email", "role", "shop", "password"}
`

const newUser = z
  .object({
    email: z.email('must be an e-mail address').toLowerCase(),
    name: z.string('is required').trim().min(1, 'is required').max(100),
    role: z.enum(roles, `must be one of ${roles.join(', ')}`),
    shop: z.string().optional(),
    password: z.string().min(passwordLength.min).max(passwordLength.max),
  })
  .refine(({ role, shop }) => (role === 'merchant') === (shop !== undefined), {
    path: ['shop'],
    error: 'is required for a merchant, and only for a merchant',
  })

type NewUser = z.output<typeof newUser>

export type UserCreateDeps = Terminal & {
  withDatabase<T>(env: Terminal['env'], work: (db: Database) => Promise<T>): Promise<T>
}

/** `mitame user create` with everything it depends on. */
export async function userCreate(args: string[], deps: UserCreateDeps): Promise<number> {
  const { values } = readArgs({ args, options })
  if (values.help) {
    deps.out(help)
    return 0
  }
  const typed = values.password === '-' ? (await deps.input()).split(/\r?\n/, 1)[0] : values.password
  const user = check({ ...values, password: typed ?? makePassword() })
  const id = await deps.withDatabase(deps.env, (db) => create(db, user))
  const { email, role, shop = null } = user
  const made = typed === undefined ? { password: user.password } : {}
  deps.out(
    values.json
      ? `${JSON.stringify({ id, email, role, shop, ...made })}\n`
      : announce(user, typed === undefined),
  )
  return 0
}

export const run: Run = async (args, terminal) => {
  const { withDatabase } = await import('./database.server')
  return userCreate(args, { ...terminal, withDatabase })
}

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  shop: { type: 'string' },
  password: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

function check(values: object): NewUser {
  const parsed = newUser.safeParse(values)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `  --${path.join('.')}: ${message}`)
  throw new CommandRefused(
    '引数を確認してください。',
    `Please check these options.\n${problems.join('\n')}`,
    2,
  )
}

async function create(db: Database, { shop: code, ...user }: NewUser): Promise<string> {
  const shop = code === undefined ? null : await db.shop.findUnique({ where: { code }, select: { id: true } })
  if (code !== undefined && !shop) {
    throw new CommandRefused(
      `店舗コード ${code} の店舗はありません。`,
      `There is no shop with the code ${code}.`,
    )
  }
  if (await db.user.findUnique({ where: { email: user.email }, select: { id: true } })) {
    throw new CommandRefused(`${user.email} はすでに使われています。`, `${user.email} is already in use.`)
  }
  return createUser(db, { ...user, shopId: shop?.id ?? null })
}

function announce({ email, role, password }: NewUser, wasMade: boolean): string {
  const told = wasMade
    ? `パスワード / password: ${password}\n（この一度だけ表示します。/ Shown this once only.）\n`
    : ''
  return `利用者を作りました。/ User created: ${email} (${role})\n${told}`
}

/** 20 characters that nobody mistakes for one another: 97 bits. */
function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join('')
}
