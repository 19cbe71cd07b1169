import { Agent, request } from 'undici'

/** Milliseconds for one call, from connecting to the last byte. */
const limit = 15_000
/** Answers of witnesses are a few hundred bytes. */
const largestAnswer = 64 * 1024

export type Answer = { status: number; contentType: string; body: string }

/** One POST of text. Redirects are not followed. Throws where there is no answer, or one that is too long. */
export async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const dispatcher = new Agent({ maxResponseSize: largestAnswer, pipelining: 0 })
  try {
    const answer = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
      body,
      dispatcher,
      signal: AbortSignal.timeout(limit),
    })
    const contentType = String(answer.headers['content-type'] ?? '').split(';', 1)[0] ?? ''
    return { status: answer.statusCode, contentType, body: await answer.body.text() }
  } finally {
    await dispatcher.destroy()
  }
}
