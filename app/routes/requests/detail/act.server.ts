import { z } from 'zod'
import type { ActRefused } from '~/corrections/act.server'
import { messageSchema } from '~/corrections/forms'
import { answer } from '~/corrections/message.server'
import { type Refused, refuse } from '~/corrections/refusals'
import { withdraw } from '~/corrections/withdraw.server'
import type { Desk } from '~/staff/desk.server'

const intents = ['answer', 'withdraw'] as const

type Invalid = Refused<'invalid'> & { message: string }
export type ShopActRefused = (ActRefused | Invalid) & { body: string }
type Acted = { ok: true; intent: (typeof intents)[number] } | ShopActRefused

/** One pressed button of the shop's page, handed to its verb. What was written comes back with a refusal. */
export async function actForShop(desk: Desk, reference: string, form: FormData): Promise<Acted> {
  const intent = z.enum(intents).safeParse(form.get('intent'))
  if (!intent.success) return { ...refuse('not_found'), body: '' }
  const written = form.get('body')
  const body = typeof written === 'string' ? written : ''
  const input = intent.data === 'answer' ? messageSchema.safeParse({ body }) : null
  if (input?.error) {
    return { ...refuse('invalid'), message: input.error.issues[0]?.message ?? '', body }
  }
  const acted = input ? await answer(desk, reference, input.data.body) : await withdraw(desk, reference)
  return acted.ok ? { ok: true, intent: intent.data } : { ...acted, body }
}
