import type { LoaderFunctionArgs } from '@remix-run/node'
import { latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { parseTilePath } from '~/audit/seal/tile-path'
import { readTile, widthIn } from '~/audit/seal/tree.server'
import { notFound } from '../session.server'
import { plainAnswer } from './plain.server'

/** Hashes of the tree by C2SP tlog-tiles, for anybody. They tell nothing of the events but how many there are. */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const tile = parseTilePath(params['*'] ?? '')
  const newest = tile && (await latestCheckpoint(db))
  if (!newest || tile.width > widthIn(newest.size, tile)) throw notFound()
  const hashes = await readTile(db, tile, tile.width)
  return plainAnswer(Buffer.concat(hashes), 'forever')
}
