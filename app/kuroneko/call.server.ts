import { Readable } from 'node:stream'
import { type Dispatcher, request } from 'undici'
import type { UnknownReason } from './inquiry'

/** Answers are some two thousand characters long. */
export const largestAnswer = 64 * 1024

export type Fault = Extract<
  UnknownReason,
  'unreachable' | 'tls' | 'timeout' | 'http' | 'redirect' | 'empty' | 'too_large' | 'wrong_encoding'
>

type Judged = { httpStatus: number | null; raw: string | null } & (
  | { ok: true; raw: string }
  | { ok: false; fault: Fault }
)

export type Received = Judged & {
  /** Whether any of the request may have reached the other side; false only where it certainly did not. */
  begun: boolean
}

export type Call = {
  url: string
  fields: Record<string, string>
  dispatcher: Dispatcher
  /** Milliseconds for the whole call, from connecting to the last byte. */
  limit: number
}

/** One POST, never repeated. Every fault is a value; takes never longer than its limit. */
export async function call({ url, fields, dispatcher, limit }: Call): Promise<Received> {
  const signal = AbortSignal.timeout(limit)
  const form = Buffer.from(new URLSearchParams(fields).toString())
  let httpStatus: number | null = null
  let begun = false
  // Read once the connection stands and the request is being written, and only once: it cannot be sent again.
  const body = new Readable({
    read() {
      begun = true
      this.push(form)
      this.push(null)
    },
  })
  try {
    const response = await request(url, {
      dispatcher,
      signal,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'content-length': String(form.length),
        accept: '*/*',
      },
      body,
    })
    httpStatus = response.statusCode
    const { bytes, complete } = await readBody(response.body)
    return { begun, ...judge(httpStatus, bytes, complete) }
  } catch (error) {
    return { ok: false, fault: signal.aborted ? 'timeout' : faultOf(error), httpStatus, raw: null, begun }
  }
}

async function readBody(
  body: Dispatcher.ResponseData['body'],
): Promise<{ bytes: Buffer; complete: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    // Leaving the loop closes the connection.
    if (size > largestAnswer)
      return { bytes: Buffer.concat(chunks).subarray(0, largestAnswer), complete: false }
  }
  return { bytes: Buffer.concat(chunks), complete: true }
}

function judge(httpStatus: number, bytes: Buffer, complete: boolean): Judged {
  const raw = readable(bytes)
  const failed = (fault: Fault): Judged => ({ ok: false, fault, httpStatus, raw })
  if (httpStatus >= 300 && httpStatus < 400) return failed('redirect')
  if (httpStatus !== 200) return failed('http')
  if (!complete) return failed('too_large')
  if (bytes.length === 0) return failed('empty')
  return isUtf8Text(bytes) ? { ok: true, httpStatus, raw } : failed('wrong_encoding')
}

function isUtf8Text(bytes: Buffer): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}

/** PostgreSQL's text takes no NUL. */
function readable(bytes: Buffer): string {
  return new TextDecoder().decode(bytes).replaceAll('\0', '\ufffd')
}

function faultOf(error: unknown): Fault {
  const codes = codesOf(error).join(' ')
  if (/CERT|TLS|SSL|SIGNATURE|ALTNAME|EPROTO/.test(codes)) return 'tls'
  if (/TIMEOUT|ETIMEDOUT/.test(codes)) return 'timeout'
  return 'unreachable'
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [...own, ...codesOf(error.cause)]
}
