import { attach, type PictureProblem, type PictureRefused } from '~/corrections/attach.server'
import { attachSchema } from '~/corrections/forms'
import { refuse } from '~/corrections/refusals'
import type { Desk } from '~/staff/desk.server'

export type AttachRefused = PictureRefused

/** Reads the posted picture and the status that it shows, and hands both on. */
export async function attachPicture(desk: Desk, reference: string, form: FormData) {
  const file = form.get('picture')
  if (!(file instanceof File) || file.size === 0) return wrong('missing')
  const fields = attachSchema.safeParse({ statusInfo: form.get('statusInfo') || undefined })
  if (!fields.success) return wrong('status_missing')
  const bytes = Buffer.from(await file.arrayBuffer())
  return attach(desk, reference, { name: file.name, bytes, statusInfo: fields.data.statusInfo })
}

function wrong(picture: PictureProblem): PictureRefused {
  return { ...refuse('invalid'), picture }
}
