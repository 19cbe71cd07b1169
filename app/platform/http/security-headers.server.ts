import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

/**
 * Headers that let a page load only what Mitame itself serves. Inline scripts need the nonce, which lies in
 * `response.locals.nonce`.
 * @param overHttps whether people reach Mitame over https; only then may browsers insist on it
 */
export function securityHeaders(overHttps: boolean): RequestHandler[] {
  const nonce = (_request: IncomingMessage, response: ServerResponse) =>
    `'nonce-${(response as Response).locals.nonce}'`
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString('base64')
      next()
    },
    helmet({
      strictTransportSecurity: overHttps,
      xFrameOptions: { action: 'deny' },
      referrerPolicy: { policy: 'same-origin' },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'script-src': ["'self'", nonce],
          'style-src': ["'self'", nonce],
          // Positions of popovers and the like are written into style attributes.
          'style-src-attr': ["'unsafe-inline'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'font-src': ["'self'", 'data:'],
          'connect-src': ["'self'"],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          ...(overHttps ? { 'upgrade-insecure-requests': [] } : {}),
        },
      },
    }),
  ]
}
