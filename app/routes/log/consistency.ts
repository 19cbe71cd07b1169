import type { LoaderFunctionArgs } from '@remix-run/node'
import { parseWhole, toBase64 } from '~/audit/seal/bytes'
import { latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { consistencyProof } from '~/audit/seal/tree.server'
import { notFound } from '../session.server'
import { notUnderstood, plainAnswer } from './plain.server'

/** `?from=…&to=…`: the proof that one tree is the beginning of the other, a hash in Base64 on each line, for anybody. */
export async function loader({ request, context: { db } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const from = parseWhole(searchParams.get('from') ?? '')
  const to = parseWhole(searchParams.get('to') ?? '')
  if (from === null || to === null || from > to) throw notUnderstood()
  const newest = await latestCheckpoint(db)
  if (to > (newest?.size ?? 0)) throw notFound()
  const proof = await consistencyProof(db, from, to)
  return plainAnswer(proof.map((hash) => `${toBase64(hash)}\n`).join(''), 'forever')
}
