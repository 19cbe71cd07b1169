import { once } from 'node:events'
import { createServer as listen } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { createLogger } from '~/platform/log.server'
import { createServer } from '~/platform/server.server'

/** `BARE_BUILD_FOLDER=… tsx serve.ts`: the bare application behind the product's own server; says its address. */
const folder = process.env.BARE_BUILD_FOLDER ?? ''
const build: ServerBuild = await import(pathToFileURL(join(folder, 'server/index.js')).href)
const app = createServer({
  config: { publicUrl: null, trustProxy: false },
  build,
  clientFolder: join(folder, 'client'),
  // Nothing of what the product's routes ask for.
  getLoadContext: () => ({}) as AppLoadContext,
  verifyPage: (_request, response) => void response.status(404).end(),
  checkHealth: async () => {},
  logger: createLogger('warn'),
})
const server = listen(app).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
if (address === null || typeof address === 'string') throw new Error('no port')
process.stdout.write(`http://127.0.0.1:${address.port}\n`)
