import { once } from 'node:events'
import http from 'node:http'
import { demoPassword } from '~/cli/demo/people'

export type Answer = {
  status: number
  headers: http.IncomingHttpHeaders
  /** As it came over the wire. */
  body: Buffer
}

/** Somebody of the demo, signed in, whose requests share connections. */
export async function signedIn(url: string, email: string) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 })
  const form = new URLSearchParams({ email, password: demoPassword }).toString()
  const { headers } = await ask(
    new URL('/sign-in', url),
    { agent, method: 'POST', headers: formOf(url) },
    form,
  )
  const cookie = (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ')
  return {
    /** Throws for any answer but a page. */
    async get(path: string, encodings = 'identity'): Promise<Answer> {
      const asked = { agent, headers: { cookie, 'accept-encoding': encodings } }
      const answer = await ask(new URL(path, url), asked)
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      return answer
    },
    leave: () => agent.destroy(),
  }
}
export type Visitor = Awaited<ReturnType<typeof signedIn>>

function formOf(url: string): http.OutgoingHttpHeaders {
  return { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin }
}

async function ask(url: URL, options: http.RequestOptions, body?: string): Promise<Answer> {
  const request = http.request(url, options)
  request.end(body)
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  const pieces: Buffer[] = []
  for await (const piece of response) pieces.push(piece)
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }
}
