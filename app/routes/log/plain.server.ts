const YEAR = 365 * 24 * 60 * 60

/** What never changes once it is there, or what may be another at the next look. */
const caching = { forever: `public, max-age=${YEAR}, immutable`, never: 'no-cache' } as const

/** An answer for programs, outside the pages. */
export function plainAnswer(body: string | Uint8Array<ArrayBuffer>, keep: keyof typeof caching): Response {
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream'
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Cache-Control': caching[keep],
      // A checker in another page's browser may read what anybody may.
      'Access-Control-Allow-Origin': '*',
    },
  })
}

/** What an address answers whose numbers are none. */
export function notUnderstood(): Response {
  return new Response(null, { status: 400, statusText: 'Bad Request' })
}
