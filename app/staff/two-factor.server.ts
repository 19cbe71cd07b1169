import { toString as drawQrCode } from 'qrcode'
import { z } from 'zod'
import { type Answer, type Caller, callAuth } from './call.server'
import type { Actor } from './desk.server'

type Refused = { ok: false; refusal: 'wrong' } | { ok: false; refusal: 'limited'; retryAfter: number }

/** Makes a new secret, which counts only once a code of it was given. Asks for the password. */
export async function startTwoFactor(
  caller: Caller,
  password: string,
): Promise<{ ok: true; uri: string } | Refused> {
  const answer = await callAuth(caller, '/two-factor/enable', { password })
  return answer.ok ? { ok: true, uri: started.parse(answer.body).totpURI } : refused(answer)
}

/** Switches the second step on. The backup codes are told here and never again. */
export async function confirmTwoFactor(
  caller: Caller,
  actor: Actor,
  code: string,
): Promise<{ ok: true; cookies: string[]; backupCodes: string[] } | Refused> {
  const answer = await callAuth(caller, '/two-factor/verify-totp', { code: code.replace(/\s/g, '') })
  if (!answer.ok) return refused(answer)
  const { backupCodes } = await caller.auth.api.viewBackupCodes({ body: { userId: actor.id } })
  return { ok: true, cookies: answer.cookies, backupCodes }
}

/** Makes new backup codes, told once; the old ones end. Asks for the password. */
export async function renewBackupCodes(
  caller: Caller,
  password: string,
): Promise<{ ok: true; backupCodes: string[] } | Refused> {
  const answer = await callAuth(caller, '/two-factor/generate-backup-codes', { password })
  return answer.ok ? { ok: true, ...renewed.parse(answer.body) } : refused(answer)
}

/** Switches the second step off. Asks for the password. */
export async function stopTwoFactor(
  caller: Caller,
  password: string,
): Promise<{ ok: true; cookies: string[] } | Refused> {
  const answer = await callAuth(caller, '/two-factor/disable', { password })
  return answer.ok ? { ok: true, cookies: answer.cookies } : refused(answer)
}

export type Enrolment = {
  uri: string
  /** For the camera: an SVG drawing as the source of an `img`. */
  qrCode: string
  /** For typing by hand. */
  secret: string
}

/** Shows the address that `startTwoFactor` gave. Null for anything else. */
export async function drawEnrolment(uri: string): Promise<Enrolment | null> {
  const secret = otpUri.safeParse(uri).success ? new URL(uri).searchParams.get('secret') : null
  if (!secret) return null
  const drawing = await drawQrCode(uri, { type: 'svg', margin: 2 })
  const qrCode = `data:image/svg+xml,${encodeURIComponent(drawing)}`
  return { uri, qrCode, secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret }
}

const started = z.object({ totpURI: z.string() })
const renewed = z.object({ backupCodes: z.array(z.string()) })
const otpUri = z.url({ protocol: /^otpauth$/ }).max(500)

function refused({ retryAfter }: Answer): Refused {
  return retryAfter === null ? { ok: false, refusal: 'wrong' } : { ok: false, refusal: 'limited', retryAfter }
}
