import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { i18nFor, languageOf } from './i18n/translator.server'
import { withoutNul } from './platform/http/without-nul.server'
import { createLogger } from './platform/log.server'
import { NonceProvider } from './ui/nonce'

/** How long a page's deferred parts may take, in milliseconds. */
export const streamTimeout = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce } = context
  const language = languageOf(request)
  // What reads the page as a whole waits for the whole page.
  const ready = isbot(request.headers.get('User-Agent')) ? 'onAllReady' : 'onShellReady'
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', language)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  headers.append('Vary', 'Cookie, Accept-Language')
  return new Promise((resolve, reject) => {
    let shellSent = false
    let answer = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <I18nextProvider i18n={i18nFor(language)}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
        </I18nextProvider>
      </NonceProvider>,
      {
        nonce,
        [ready]() {
          shellSent = true
          const body = withoutNul()
          // The timer holds all that the page was drawn from.
          body.once('close', () => clearTimeout(lateness))
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          answer = 500
          // Before the shell is sent, the failure rejects and is reported as a whole.
          if (shellSent) logFailure(error, context)
        },
      },
    )
    const lateness = setTimeout(abort, streamTimeout + 1000).unref()
  })
}

/** Bugs and outages of loaders and actions. Who went away before the answer is none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted) logFailure(error, context)
}

/** Under the number that the error page shows. */
function logFailure(error: unknown, { config, requestId }: AppLoadContext) {
  createLogger(config.logLevel).error({ err: error, requestId }, 'request failed')
}
