import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeReadableStreamToWritable } from '@remix-run/node'
import { expect, it } from 'vitest'
import { ExportCut } from '~/audit/export/ends'
import type { Ready } from '~/audit/export/export.server'
import { Downloads } from '~/routes/audit/export/downloads.server'

const chunk = Buffer.alloc(256 * 1024)
const many = 400

/** A download of 100 MB, how much of it was made, and how it ended. */
function something() {
  const made = { chunks: 0 }
  const { promise: ended, resolve } = Promise.withResolvers<string>()
  async function* bytes(ready: Ready): AsyncGenerator<Uint8Array> {
    try {
      for (; made.chunks < many; made.chunks++) {
        await ready()
        yield chunk
      }
      // As a file without a last line ends.
      yield new Uint8Array()
      resolve('whole')
    } catch (error) {
      resolve(error instanceof ExportCut ? error.why : String(error))
      throw error
    }
  }
  return { made, ended, bytes }
}

/** Serves it as Remix does, and asks for it; the answer flows once it is read. */
async function asked(downloads: Downloads, { bytes }: ReturnType<typeof something>) {
  const server = createServer((_request, response) => {
    const body = downloads.to(response).stream(bytes)
    writeReadableStreamToWritable(body, response).catch(() => {})
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((resolve) => {
    get({ host: '127.0.0.1', port }, resolve)
  })
  return { answer, close: () => server.close() }
}

async function received(answer: IncomingMessage): Promise<number> {
  let length = 0
  for await (const bytes of answer) length += bytes.length
  return length
}

/** Until nothing more comes of it: a turn of the event loop for each chunk that there might be. */
async function settled(made: { chunks: number }): Promise<number> {
  for (let turns = 0, last = -1; turns < 1_000; turns++) {
    await new Promise((resolve) => setImmediate(resolve))
    if (made.chunks !== last) turns = 0
    last = made.chunks
  }
  return made.chunks
}

it('makes no more than the browser takes, and all of it in the end', async () => {
  const download = something()
  const { answer, close } = await asked(new Downloads(), download)
  expect(await settled(download.made)).toBeLessThan(many / 2)
  expect(await received(answer)).toBe(many * chunk.length)
  expect(await download.ended).toBe('whole')
  close()
})

it('stops when the browser has gone, even while it waits for it', async () => {
  const download = something()
  const { answer, close } = await asked(new Downloads(), download)
  await settled(download.made)
  answer.destroy()
  expect(await download.ended).toBe('client_gone')
  close()
})

it('stops when the process does, and the browser sees that something is missing', async () => {
  const downloads = new Downloads()
  const download = something()
  const { answer, close } = await asked(downloads, download)
  await settled(download.made)
  const cut = received(answer)
  const ended = downloads.end()
  expect(await download.ended).toBe('stopping')
  await ended
  await expect(cut).rejects.toThrow('aborted')
  close()
})
