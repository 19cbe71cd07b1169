import { z } from 'zod'
import { type Desk, permits, shopScope } from '~/staff/desk.server'

/** The picture that is one piece of a request's evidence; null when there is none that this person may see. */
export async function evidencePicture(desk: Desk, reference: string, evidenceId: string) {
  if (!permits(desk, 'desk.see') || !z.uuid().safeParse(evidenceId).success) return null
  const evidence = await desk.db.evidence.findFirst({
    where: { id: evidenceId, order: { requests: { some: { reference } }, ...shopScope(desk.actor) } },
    select: { attachment: { select: { name: true, mediaType: true, size: true, bytes: true } } },
  })
  return evidence?.attachment ?? null
}
