import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { approveTogether } from '~/corrections/approve-together.server'
import { checkTogether } from '~/corrections/check-together.server'
import type { OnFault } from '~/corrections/quick-lane.server'
import type { Desk } from '~/staff/desk.server'

/** Reads a pressed button of the quick lane: the dry run of what is chosen, or its approval. */
export async function runLane(desk: Desk, form: FormData, onFault: OnFault) {
  const chosen = form.getAll('reference').map(String)
  if (form.get('intent') !== 'apply') {
    const checked = await checkTogether(desk, chosen, onFault)
    return { step: 'checked' as const, ...checked, idempotencyKey: randomUUID() }
  }
  const text = (name: string) => String(form.get(name) ?? '')
  const rows = [...new Set(chosen)].map((reference) => ({
    reference,
    digest: text(`digest.${reference}`),
    content: text(`content.${reference}`),
  }))
  const key = z
    .uuid()
    .catch(() => randomUUID())
    .parse(form.get('idempotencyKey'))
  return {
    step: 'applied' as const,
    ...(await approveTogether(desk, { rows, idempotencyKey: key }, onFault)),
  }
}
