import { join, resolve } from 'node:path'
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

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' })

/** Parts between commas or line breaks. */
const list = <T>(one: z.ZodType<T, string>) =>
  z
    .string()
    .transform((value) => value.split(/[,\n]/).flatMap((part) => part.trim() || []))
    .pipe(z.array(one))

/** `https://witness.example/prefix witness.example/name+id+key` */
const witness = z
  .string()
  .regex(/^https?:\/\/\S+\s+\S+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$/, 'must be an address and a verifier key')
  .transform((value) => {
    const [url = '', vkey = ''] = value.split(/\s+/)
    return { url: url.replace(/\/+$/, ''), vkey }
  })

const environment = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().default('127.0.0.1'),
    MITAME_URL: httpUrl.optional(),
    MITAME_HOME: z.string().default('.mitame'),
    MITAME_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_OWNER_URL: databaseUrl.optional(),
    KURONEKO_URL: kuronekoUrl.optional(),
    KURONEKO_SANDBOX_PORT: port.optional(),
    TRUST_PROXY: z.string().optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp(s):// address' }).optional(),
    MAIL_FROM: z.string().regex(/@/, 'must be a mail address').optional(),
    AUDIT_ORIGIN: z
      .string()
      .regex(/^[^\s+\p{Cc}]+$/u, 'must have neither spaces nor a plus sign')
      .optional(),
    AUDIT_CHECKPOINT_FILE: z.string().optional(),
    AUDIT_CHECKPOINT_WEBHOOK: httpUrl.optional(),
    AUDIT_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,}=*$/, 'must be whsec_ and 24 bytes or more in Base64')
      .optional(),
    AUDIT_CHECKPOINT_MAIL: list(z.email('must be mail addresses')).optional(),
    AUDIT_WITNESSES: list(witness).optional(),
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
  .refine((env) => !env.AUDIT_CHECKPOINT_WEBHOOK === !env.AUDIT_WEBHOOK_SECRET, {
    path: ['AUDIT_WEBHOOK_SECRET'],
    error: 'and AUDIT_CHECKPOINT_WEBHOOK need each other',
  })
  .refine((env) => !env.SMTP_URL === !env.MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: 'and SMTP_URL need each other',
  })
  .refine((env) => !env.AUDIT_CHECKPOINT_MAIL || env.SMTP_URL, {
    path: ['AUDIT_CHECKPOINT_MAIL'],
    error: 'needs SMTP_URL and MAIL_FROM beside it',
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
  /** How mail goes out; `null` where it does not. */
  mail: { smtpUrl: string; from: string } | null
  audit: AuditSettings
  logLevel: z.output<typeof environment>['LOG_LEVEL']
}

/** How the audit log is sealed, and where its checkpoints go outside the machine. */
export type AuditSettings = {
  /** The log's name, taken at its first key; `null` draws one from the key. */
  origin: string | null
  checkpointFile: string
  webhook: { url: string; secret: string } | null
  mailTo: string[]
  /** Addresses before `/add-checkpoint`, and verifier keys. */
  witnesses: { url: string; vkey: string }[]
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
    mail: values.SMTP_URL && values.MAIL_FROM ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } : null,
    audit: auditSettings(values),
    logLevel: values.LOG_LEVEL,
  }
}

function auditSettings(values: z.output<typeof environment>): AuditSettings {
  const { AUDIT_CHECKPOINT_WEBHOOK: url, AUDIT_WEBHOOK_SECRET: secret } = values
  return {
    origin: values.AUDIT_ORIGIN ?? null,
    checkpointFile: resolve(values.AUDIT_CHECKPOINT_FILE ?? join(values.MITAME_HOME, 'checkpoint')),
    webhook: url && secret ? { url, secret } : null,
    mailTo: values.AUDIT_CHECKPOINT_MAIL ?? [],
    witnesses: values.AUDIT_WITNESSES ?? [],
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
