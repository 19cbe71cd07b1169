import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { evidenceFacts } from '~/orders/evidence.server'
import { largestPicture, pictureType } from '~/orders/picture.server'
import { recordOnOrder } from '~/orders/record.server'
import { standingEvidence } from '~/orders/standing-evidence.server'
import type { Transaction } from '~/platform/database.server'
import { type Desk, permits } from '~/staff/desk.server'
import { assessOpenRequests } from './ask-kuroneko.server'
import { openStates } from './life'
import { type Opened, openRequest } from './open.server'
import { requestEvent } from './record.server'
import { type Refused, refuse } from './refusals'

export type PictureProblem = 'missing' | 'wrong_type' | 'too_large' | 'status_missing' | 'answered'
export type PictureRefused = Refused<'not_found'> | (Refused<'invalid'> & { picture: PictureProblem })

export type Picture = { name: string; bytes: Buffer; statusInfo: number }

/**
 * Keeps a picture of Kuroneko's admin as evidence, while Kuroneko itself gives no usable answer. It is marked as what it
 * is, and takes two approvers.
 */
export async function attach(desk: Desk, reference: string, picture: Picture) {
  if (!permits(desk, 'desk.decide')) return refuse('not_found') as PictureRefused
  const mediaType = pictureType(picture.bytes)
  if (picture.bytes.length > largestPicture) return wrong('too_large')
  if (!mediaType) return wrong('wrong_type')
  return desk.db.$transaction(async (tx) => {
    const opened = await openRequest(tx, desk, reference)
    if (!opened?.order || !openStates.includes(opened.request.state))
      return refuse('not_found') as PictureRefused
    const standing = await standingEvidence(tx, opened.order.id)
    if (standing && standing.kind === 'inquiry' && standing.outcome !== 'unknown') return wrong('answered')
    await keep(tx, desk, { ...opened, order: opened.order }, picture, mediaType)
    await assessOpenRequests(tx, opened.order.id, desk.clock.now())
    return { ok: true as const, state: opened.request.state }
  })
}

function wrong(picture: PictureProblem): PictureRefused {
  return { ...refuse('invalid'), picture }
}

async function keep(
  tx: Transaction,
  desk: Desk,
  opened: Opened & { order: NonNullable<Opened['order']> },
  { name, bytes, statusInfo }: Picture,
  mediaType: string,
): Promise<void> {
  const { order } = opened
  const now = desk.clock.now()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const evidence = await tx.evidence.create({
    data: {
      id: uuidv7(),
      shopId: order.shopId,
      orderId: order.id,
      kind: 'screenshot',
      outcome: 'answered',
      statusInfo,
      askedAt: now,
      actorId: desk.actor.id,
      attachment: {
        create: {
          id: uuidv7(),
          name: name.slice(0, 200),
          mediaType,
          size: bytes.length,
          sha256,
          bytes: new Uint8Array(bytes),
        },
      },
    },
  })
  const details = { ...evidenceFacts(evidence), evidence_digest: sha256 }
  await recordOnOrder(tx, order, [requestEvent(desk, opened, 'order.evidence_attached', { details })])
}
