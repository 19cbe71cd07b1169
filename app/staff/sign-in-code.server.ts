import { type Caller, callAuth } from './call.server'

export type CodeCheck =
  | { ok: true; cookies: string[] }
  | { ok: false; refusal: 'wrong' }
  /** The ten minutes since the password are over, or its five codes were wrong: sign in anew. */
  | { ok: false; refusal: 'lapsed' }
  | { ok: false; refusal: 'limited'; retryAfter: number }

/** The second step of signing in: six digits of the authenticator, or else one of the backup codes. */
export async function signInByCode(caller: Caller, typed: string): Promise<CodeCheck> {
  const code = typed.replace(/\s/g, '')
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
  const answer = await callAuth(caller, path, { code })
  if (answer.ok) return { ok: true, cookies: answer.cookies }
  if (answer.retryAfter !== null) return { ok: false, refusal: 'limited', retryAfter: answer.retryAfter }
  const wrong = answer.code === 'INVALID_CODE' || answer.code === 'INVALID_BACKUP_CODE'
  return { ok: false, refusal: wrong ? 'wrong' : 'lapsed' }
}
