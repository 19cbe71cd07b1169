/**
 * Shows what Kuroneko sent to lead the buyer to the issuer. It is somebody else's page, so it gets no origin of ours: it
 * may run and lead on, but reaches neither our cookies nor our pages.
 * @param headers cookies that go out with it
 */
export function issuersPage(html: string, headers: Headers): Response {
  const own = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': 'sandbox allow-scripts allow-forms allow-top-navigation',
    'Cache-Control': 'no-store',
  })
  for (const cookie of headers.getSetCookie()) own.append('Set-Cookie', cookie)
  return new Response(html, { headers: own })
}
