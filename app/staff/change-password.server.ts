import { type Caller, callAuth } from './call.server'

export type PasswordChange =
  | { ok: true; cookies: string[] }
  | { ok: false; refusal: 'wrong' }
  | { ok: false; refusal: 'limited'; retryAfter: number }

/** Changes one's own password and ends one's other sessions, for the old password may be why. */
export async function changePassword(
  caller: Caller,
  passwords: { current: string; next: string },
): Promise<PasswordChange> {
  const answer = await callAuth(caller, '/change-password', {
    currentPassword: passwords.current,
    newPassword: passwords.next,
    revokeOtherSessions: true,
  })
  if (answer.ok) return { ok: true, cookies: answer.cookies }
  if (answer.retryAfter !== null) return { ok: false, refusal: 'limited', retryAfter: answer.retryAfter }
  return { ok: false, refusal: 'wrong' }
}
