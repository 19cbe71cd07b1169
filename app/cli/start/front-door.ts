import { createServer, type RequestListener } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '~/platform/config.server'
import { StartRefused } from '~/platform/refused.server'

const DRAIN = 3_000

export type FrontDoor = {
  /** The address that people can open. */
  url: string
  port: number
  open(handler: RequestListener): void
  close(): Promise<void>
}

/**
 * Takes the port at once, so that a taken one is known before anything long runs, and asks for patience there
 * until `open`. Throws `StartRefused`.
 */
export async function holdPort(config: Pick<Config, 'host' | 'port' | 'publicUrl'>): Promise<FrontDoor> {
  let handler: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2', refresh: '2' })
    response.end('<!doctype html><title>Mitame</title><p>起動しています… / Starting…</p>')
  }
  const server = createServer((request, response) => handler(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, config)))
    server.listen(config.port, config.host, resolve)
  })
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : config.port
  return {
    url: config.publicUrl ?? `http://${hostForPeople(config.host)}:${port}`,
    port,
    open(next) {
      handler = next
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await Promise.race([closed, pause(DRAIN, undefined, { ref: false })])
      server.closeAllConnections()
      await closed
    },
  }
}

function hostForPeople(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function cannotListen(
  error: Error & { code?: string },
  { host, port }: { host: string; port: number },
): StartRefused {
  if (error.code === 'EADDRINUSE') {
    return new StartRefused(
      'port_taken',
      `ポート ${port} は使われています。別の番号で起動できます: PORT=${port + 1} npm start`,
      `Port ${port} is taken. Another one can be chosen: PORT=${port + 1} npm start`,
    )
  }
  return new StartRefused(
    'port_taken',
    `${host} のポート ${port} で待ち受けられません。HOST と PORT を確認してください。`,
    `Mitame cannot listen on ${host} port ${port}; please check HOST and PORT. ${error.message}`,
    { cause: error },
  )
}
