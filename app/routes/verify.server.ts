import { readFile } from 'node:fs/promises'
import type { RequestHandler } from 'express'
import type { Logger } from '~/platform/log.server'

/** Milliseconds for which keys are not asked for again. */
const keysKept = 60_000
const keysTag = /(<script type="application\/json" id="keys">)[^<]*(<\/script>)/
const policyTag = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/

/**
 * Answers with the page that checks proofs, one file that needs nothing beside it, with the public keys filled in. It is
 * for anybody, and goes on being served, with the keys as last known, while the database is away.
 * @param file the page as it was built
 */
export async function verifyPage(
  file: string,
  publicKeys: () => Promise<string[]>,
  logger: Pick<Logger, 'error'>,
  now: () => number = Date.now,
): Promise<RequestHandler> {
  const page = await readFile(file, 'utf8')
  const policy = policyTag.exec(page)?.[1]
  if (!policy || !keysTag.test(page)) throw new Error(`${file} is not the page that checks proofs`)
  let known: string[] = []
  let askedAt = Number.NEGATIVE_INFINITY
  async function refresh() {
    if (now() - askedAt < keysKept) return
    askedAt = now()
    try {
      known = await publicKeys()
    } catch (error) {
      logger.error({ err: error }, 'the public keys cannot be read')
    }
    // Until there are keys, the next one who comes may find them.
    if (known.length === 0) askedAt = Number.NEGATIVE_INFINITY
  }
  return async (_request, response) => {
    await refresh()
    const keys = JSON.stringify(known).replaceAll('<', '\\u003c')
    response
      .set('Content-Security-Policy', `${policy}; frame-ancestors 'none'`)
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(page.replace(keysTag, (_tag, before, after) => `${before}${keys}${after}`))
  }
}
