import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { cutBy, ExportCut } from '~/audit/export/ends'
import type { Ready } from '~/audit/export/export.server'

/** What one response is sent through. */
export type Download = {
  /** The bytes as a response's body. Nothing more is made before the browser has taken what there is. */
  stream(bytes: (ready: Ready) => AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array>
}

/** The downloads of this process that are under way. */
export class Downloads {
  private readonly stopping = new AbortController()
  private readonly running = new Set<Promise<void>>()

  /** For one response. Remix itself does not wait for a slow browser, and would hold all of a file in memory. */
  to(response: ServerResponse): Download {
    return {
      stream: (bytes) => {
        const gone = new AbortController()
        response.once('close', () => gone.abort(new ExportCut('client_gone')))
        const signal = AbortSignal.any([gone.signal, this.stopping.signal])
        return streamed(
          this.watched(
            response,
            bytes(() => taken(response, signal)),
          ),
        )
      },
    }
  }

  /** Cuts all of them short, and waits until each has recorded its end. */
  async end(): Promise<void> {
    this.stopping.abort(new ExportCut('stopping'))
    await Promise.all(this.running)
  }

  private async *watched(
    response: ServerResponse,
    bytes: AsyncGenerator<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.running.add(promise)
    try {
      yield* bytes
    } catch (error) {
      if (cutBy(error) !== 'stopping') throw error
      // No bug that belongs in a log; the browser still sees that its file is not whole.
      response.destroy()
    } finally {
      this.running.delete(promise)
      resolve()
    }
  }
}

async function taken(response: ServerResponse, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  if (!response.writableNeedDrain) return
  await once(response, 'drain', { signal }).catch(() => signal.throwIfAborted())
}

function streamed(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await bytes.next()
        if (done) controller.close()
        // Even an empty one: a pull that brings nothing is not repeated.
        else controller.enqueue(value)
      },
      async cancel() {
        await bytes.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
