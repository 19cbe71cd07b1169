import { createHash } from 'node:crypto'
import { sha256 } from '~/audit/text.server'

export type Digests = { fileDigest: string; nameDigest: string }

/** Passes a file on and digests it meanwhile. The name is digested because it may name a person. */
export function fingerprint(
  filename: string,
  stream: AsyncIterable<Uint8Array>,
): { stream: AsyncIterable<Uint8Array>; digests(): Digests } {
  const hash = createHash('sha256')
  async function* passing() {
    for await (const chunk of stream) {
      hash.update(chunk)
      yield chunk
    }
  }
  return {
    stream: passing(),
    digests: () => ({ fileDigest: hash.digest('hex'), nameDigest: sha256(filename) }),
  }
}
