import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A plain balancer on loopback: each connection goes to the next process in turn, and bytes go through as they are. */
export async function startBalancer(targets: string[]) {
  const open = new Set<Socket>()
  let turn = 0
  const server = createServer((caller) => {
    const { hostname, port } = new URL(targets[turn++ % targets.length] ?? '')
    const process = connect(Number(port), hostname)
    for (const [from, to] of [
      [caller, process],
      [process, caller],
    ] as const) {
      open.add(from)
      from.setNoDelay()
      from.pipe(to)
      // Where one side breaks off, the other is told by the same.
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async end() {
      server.close()
      for (const socket of open) socket.destroy()
      await once(server, 'close')
    },
  }
}
