import type { LoaderFunctionArgs } from '@remix-run/node'
import { parseWhole } from '~/audit/seal/bytes'
import { checkpointAt, latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { notFound } from '../session.server'
import { plainAnswer } from './plain.server'

/** The newest checkpoint, or the one of a size: a signed note (C2SP tlog-checkpoint), for anybody. */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const found = params.size === undefined ? await latestCheckpoint(db) : await ofSize(params.size)
  if (!found) throw notFound()
  // A witness may still sign it.
  return plainAnswer(found.note, 'never')

  async function ofSize(text: string) {
    const size = parseWhole(text)
    return size !== null && size < 2 ** 31 ? checkpointAt(db, size) : null
  }
}
