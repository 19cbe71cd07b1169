import { join } from 'node:path'
import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { Config } from './config.server'
import { brotliCopies } from './http/brotli-copies.server'
import { refuseCrossSite } from './http/same-origin.server'
import { securityHeaders } from './http/security-headers.server'
import type { Logger } from './log.server'

const YEAR = 365 * 24 * 60 * 60 * 1000
const HOUR = 60 * 60 * 1000

export type ServerParts = {
  config: Pick<Config, 'publicUrl' | 'trustProxy'>
  build: ServerBuild
  /** The folder of the browser's files that belongs to `build`. */
  clientFolder: string
  getLoadContext: GetLoadContextFunction
  /** Answers `/verify`, which is for anybody and has a policy of its own. */
  verifyPage: RequestHandler
  /** Resolves while the database answers. */
  checkHealth(): Promise<void>
  logger: Logger
}

/** The web application, not yet listening. */
export function createServer(parts: ServerParts): Express {
  const { config, build, clientFolder, getLoadContext, verifyPage, checkHealth, logger } = parts
  const app = express()
  app.set('trust proxy', config.trustProxy)
  app.use(logRequests(logger))
  app.get('/healthz', healthz(checkHealth, logger))
  app.use(securityHeaders(config.publicUrl?.startsWith('https:') ?? false))
  app.use(refuseCrossSite(config.publicUrl))
  app.use(compression())
  const assets = join(clientFolder, 'assets')
  app.use(
    '/assets',
    brotliCopies(assets),
    express.static(assets, { immutable: true, maxAge: YEAR, fallthrough: false }),
  )
  app.use(express.static(clientFolder, { maxAge: HOUR, index: false }))
  app.get('/verify', verifyPage)
  app.all('*', createRequestHandler({ build, mode: 'production', getLoadContext }))
  app.use(answerFailure(logger))
  return app
}

function healthz(checkHealth: () => Promise<void>, logger: Logger): RequestHandler {
  return async (_request, response) => {
    try {
      await checkHealth()
      response.type('text/plain').send('ok\n')
    } catch (error) {
      logger.error({ error: String(error) }, 'health check failed')
      response.status(503).type('text/plain').send('database unreachable\n')
    }
  }
}

/** Paths only: queries may hold what people searched for. */
function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    response.on('finish', () => {
      const entry = {
        method: request.method,
        path: request.originalUrl.split('?', 1)[0],
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      }
      if (response.statusCode >= 500) logger.error(entry)
      else logger.info(entry)
    })
    next()
  }
}

/** Errors that carry a status (a missing file, a malformed address) keep it; the rest is a bug. */
function answerFailure(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error)
    const status = typeof error?.status === 'number' ? error.status : 500
    if (status >= 500) logger.error({ err: error })
    response
      .status(status)
      .type('text/plain')
      .send(status >= 500 ? 'Internal server error\n' : `${status}\n`)
  }
}
