import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Fields = Record<string, string>

/** Where an operation's call stands still: before Kuroneko has it, or with Kuroneko's answer on its way back. */
export type Stop = 'request' | 'answer'

/** The line between the desk and the sandbox. Inquiries always pass. */
export type Wire = {
  /** The protocol, as `KURONEKO_URL` would name it. */
  url: string
  /** Which calls stand still, and where; null for those that pass. */
  stops: (fields: Fields) => Stop | null
  /** Every call of an operation that came in, whether it went on or not. */
  calls: Fields[]
  /** How many stand still at this moment. */
  waiting(): number
  /** Kuroneko gets what it did not have yet, late as it is; whoever asked may be gone. */
  passOn(): Promise<void>
  end(): Promise<void>
}

/** @param sandbox where the sandbox is, without a path */
export async function aWire(sandbox: string): Promise<Wire> {
  let standing: (() => Promise<unknown>)[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const fields = Object.fromEntries(new URLSearchParams(body))
    const isInquiry = fields.function_div === 'E04'
    if (!isInquiry) wire.calls.push(fields)
    const pass = async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await fetch(`${sandbox}${request.url}`, { method: 'POST', body, headers })
      return answer.text()
    }
    const stop = isInquiry ? null : wire.stops(fields)
    if (stop === 'request') return void standing.push(pass)
    const answer = await pass()
    if (stop === 'answer') return void standing.push(async () => {})
    response.setHeader('content-type', 'text/xml; charset=UTF-8')
    response.end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const wire: Wire = {
    url: `http://127.0.0.1:${port}/api/credit/{name}`,
    stops: () => null,
    calls: [],
    waiting: () => standing.length,
    async passOn() {
      const late = standing
      standing = []
      await Promise.all(late.map((pass) => pass()))
    },
    async end() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
  return wire
}
