import { createServer, type Server } from 'node:http'
import express, { type ErrorRequestHandler } from 'express'
import type { Clock } from '~/platform/clock'
import { adminRouter } from './admin/router.server'
import { buyerRouter } from './buyer/router.server'
import { createFaults, type Faults } from './faults'
import { protocolRouter } from './protocol.server'
import type { SandboxStore } from './store.server'
import { createTokens, type Tokens } from './tokens'
import type { Trader } from './transaction'

export type SandboxParts = {
  store: SandboxStore
  /** The merchants that Kuroneko knows; others are refused. */
  traders: Trader[]
  clock: Clock
  host: string
  /** 0 lets the operating system choose. */
  port: number
  /** Where buyers may be sent back to besides this machine: origins, as `https://shop.example`. */
  shopOrigins?: string[]
}

export type Sandbox = {
  /** The admin page. */
  url: string
  /** The protocol, as `KURONEKO_URL` would name it. */
  protocolUrl: string
  port: number
  faults: Faults
  tokens: Tokens
  close(): Promise<void>
}

/** Starts the sandbox: Kuroneko's protocol and an admin page on one port. Throws what `listen` throws. */
export async function createSandbox(parts: SandboxParts): Promise<Sandbox> {
  const faults = createFaults()
  const tokens = createTokens()
  const inside = { ...parts, faults, tokens }
  const app = express()
  app.disable('x-powered-by')
  app.use(protocolRouter(inside))
  app.use(buyerRouter({ ...inside, shopOrigins: parts.shopOrigins ?? [] }))
  app.use(adminRouter(inside))
  app.use(answerFailure)
  const server = createServer(app)
  const port = await listen(server, parts)
  const host = parts.host === '0.0.0.0' || parts.host === '::' ? '127.0.0.1' : parts.host
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return {
    url,
    protocolUrl: `${url}/api/credit/{name}`,
    port,
    faults,
    tokens,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Some of its faults never answer; nobody waits for those.
      server.closeAllConnections()
      await closed
    },
  }
}

function listen(server: Server, { port, host }: SandboxParts): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })
}

/** Bodies that are too large or not a form carry their own status; the rest is a fault of the sandbox. */
const answerFailure: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error)
  const status = typeof error?.status === 'number' ? error.status : 500
  response.status(status).type('text/plain').send(`${status}\n`)
}
