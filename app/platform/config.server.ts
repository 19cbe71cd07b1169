import { resolve } from 'node:path'
import { z } from 'zod'
import { keepSecret } from './home.server'
import { StartRefused } from './refused.server'

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65535, 'must be a number from 0 to 65535')

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' })

/** `{name}` in it is filled by the operation's name (kuroneko.md §1). */
const kuronekoUrl = z
  .string()
  .refine((value) => URL.canParse(value.replaceAll('{name}', 'name')), 'must be an http(s):// address')
  .refine((value) => /^https?:/.test(value), 'must be an http(s):// address')

const environment = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().default('127.0.0.1'),
    MITAME_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' }).optional(),
    MITAME_HOME: z.string().default('.mitame'),
    MITAME_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_OWNER_URL: databaseUrl.optional(),
    KURONEKO_URL: kuronekoUrl.optional(),
    KURONEKO_SANDBOX_PORT: port.optional(),
    TRUST_PROXY: z.string().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  })
  .refine((env) => !env.DATABASE_URL || env.MITAME_SECRET, {
    path: ['MITAME_SECRET'],
    error: 'is required with DATABASE_URL',
  })
  .refine((env) => env.DATABASE_URL || !env.DATABASE_OWNER_URL, {
    path: ['DATABASE_OWNER_URL'],
    error: 'needs DATABASE_URL beside it',
  })

export type Config = {
  /** 0 lets the operating system choose. */
  port: number
  host: string
  /** Where people reach Mitame, without a slash at the end; `null` when that is simply host and port. */
  publicUrl: string | null
  /** Absolute folder of database files, keys and uploads. */
  home: string
  secret: string
  /** `null` means the embedded server. */
  database: { url: string; ownerUrl: string } | null
  /** `null` means the sandbox. */
  kuronekoUrl: string | null
  kuronekoSandboxPort: number
  /** Express's `trust proxy`: how many proxies stand in front, or their addresses. */
  trustProxy: number | string | false
  logLevel: z.output<typeof environment>['LOG_LEVEL']
}

export type Environment = Record<string, string | undefined>

/** Reads the environment; throws `StartRefused` naming each wrong variable. Touches no file. */
export function readSettings(env: Environment): Omit<Config, 'secret'> & { secret: string | null } {
  const filledIn = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = environment.safeParse(filledIn)
  if (!parsed.success) {
    const problems = parsed.error.issues
      .map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
      .join('\n')
    throw new StartRefused(
      'config',
      '環境変数を確認してください。',
      `Please check these environment variables.\n${problems}`,
    )
  }
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.MITAME_URL?.replace(/\/+$/, '') ?? null,
    home: resolve(values.MITAME_HOME),
    secret: values.MITAME_SECRET ?? null,
    database: values.DATABASE_URL
      ? { url: values.DATABASE_URL, ownerUrl: values.DATABASE_OWNER_URL ?? values.DATABASE_URL }
      : null,
    kuronekoUrl: values.KURONEKO_URL ?? null,
    kuronekoSandboxPort: values.KURONEKO_SANDBOX_PORT ?? portBeside(values.PORT),
    trustProxy: trustProxy(values.TRUST_PROXY),
    logLevel: values.LOG_LEVEL,
  }
}

/** Reads the environment and, where none is given, makes or reads the secret kept in `MITAME_HOME`. */
export async function loadConfig(env: Environment): Promise<Config> {
  const settings = readSettings(env)
  return { ...settings, secret: settings.secret ?? (await keepSecret(settings.home)) }
}

/** Where Kuroneko is asked: the setting, else the sandbox beside this process. */
export function kuronekoAddress({
  kuronekoUrl,
  kuronekoSandboxPort,
}: Pick<Config, 'kuronekoUrl' | 'kuronekoSandboxPort'>) {
  return kuronekoUrl ?? `http://127.0.0.1:${kuronekoSandboxPort}/api/credit`
}

/** The next port; 0, which leaves the choice to the operating system, stays 0. */
function portBeside(port: number): number {
  if (port === 0) return 0
  return port === 65535 ? port - 1 : port + 1
}

function trustProxy(value: string | undefined): Config['trustProxy'] {
  if (!value) return false
  return /^\d+$/.test(value) ? Number(value) || false : value
}
