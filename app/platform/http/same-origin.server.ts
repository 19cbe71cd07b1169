import type { Request, RequestHandler } from 'express'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses with 403 what another site's page made a browser send. Clients that are no browser send neither
 * header and carry no cookies by themselves, so they pass.
 */
export function refuseCrossSite(publicUrl: string | null): RequestHandler {
  return (request, response, next) => {
    if (!SAFE_METHODS.has(request.method)) {
      if (!isSameOrigin(request, publicUrl)) {
        response.status(403).type('text/plain').send('Cross-site request refused\n')
        return
      }
      satisfyRemix(request)
    }
    next()
  }
}

/** Remix compares the origin with the host once more, and would stumble over a proxy that rewrites the host. */
function satisfyRemix(request: Request): void {
  const origin = request.get('origin')
  if (origin && URL.canParse(origin)) request.headers['x-forwarded-host'] = new URL(origin).host
}

function isSameOrigin(request: Request, publicUrl: string | null): boolean {
  const site = request.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = request.get('origin')
  if (!origin) return true
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === request.get('host') || (publicUrl !== null && origin === new URL(publicUrl).origin)
}
