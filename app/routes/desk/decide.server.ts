import { z } from 'zod'
import type { ActRefused } from '~/corrections/act.server'
import { type ApprovalRefused, approve } from '~/corrections/approve.server'
import { askAboutRequest } from '~/corrections/ask-kuroneko.server'
import { claim } from '~/corrections/claim.server'
import { approvalSchema, messageSchema, reasonedSchema } from '~/corrections/forms'
import type { RequestState } from '~/corrections/life'
import { answer, ask } from '~/corrections/message.server'
import { addNote } from '~/corrections/note.server'
import { type Refused, refuse } from '~/corrections/refusals'
import { reject } from '~/corrections/reject.server'
import { release } from '~/corrections/release.server'
import { resume } from '~/corrections/resume.server'
import { returnToReview } from '~/corrections/return.server'
import { withdraw } from '~/corrections/withdraw.server'
import type { Desk } from '~/staff/desk.server'
import { type AttachRefused, attachPicture } from './attach.server'

export const intents = [
  'claim',
  'release',
  'resume',
  'ask',
  'answer',
  'note',
  'approve',
  'approve_second',
  'return',
  'reject',
  'withdraw',
  'ask_kuroneko',
] as const
export type Intent = (typeof intents)[number]

type Made = { ok: true; state: RequestState }
type Invalid = Refused<'invalid'> & { field: 'body' | 'note' | null }
type Answer = Made | ActRefused | ApprovalRefused | Invalid | AttachRefused
export type Decided = { intent: Intent | 'attach' } & Answer

/** Reads one pressed button of the review page and hands it to its verb. */
export async function decide(desk: Desk, reference: string, form: FormData): Promise<Decided> {
  if (form.get('intent') === 'attach')
    return { intent: 'attach', ...(await attachPicture(desk, reference, form)) }
  const intent = z.enum(intents).safeParse(form.get('intent'))
  if (!intent.success) return { intent: 'claim', ...refuse('not_found') }
  const fields = { ...Object.fromEntries(form), reference, action: intent.data }
  return { intent: intent.data, ...(await verbs[intent.data](desk, reference, fields)) }
}

type Verb = (desk: Desk, reference: string, fields: unknown) => Promise<Answer>

const verbs: Record<Intent, Verb> = {
  claim,
  release,
  resume,
  withdraw,
  ask_kuroneko: askAboutRequest,
  ask: parsed(messageSchema, (desk, reference, { body }) => ask(desk, reference, body)),
  answer: parsed(messageSchema, (desk, reference, { body }) => answer(desk, reference, body)),
  note: parsed(messageSchema, (desk, reference, { body }) => addNote(desk, reference, body)),
  approve: parsed(approvalSchema, (desk, reference, input) => approve(desk, { ...input, reference })),
  approve_second: parsed(approvalSchema, (desk, reference, input) => approve(desk, { ...input, reference })),
  return: parsed(reasonedSchema, (desk, reference, input) => returnToReview(desk, { ...input, reference })),
  reject: parsed(reasonedSchema, (desk, reference, input) => reject(desk, { ...input, reference })),
}

/** A verb behind its form's schema; what does not fit names the field a person can mend, if there is one. */
function parsed<S extends z.ZodType>(
  schema: S,
  verb: (desk: Desk, reference: string, input: z.output<S>) => Promise<Answer>,
): Verb {
  return async (desk, reference, fields) => {
    const input = schema.safeParse(fields)
    if (input.success) return verb(desk, reference, input.data)
    const named = input.error.issues.map(({ path }) => path[0])
    const field = (['body', 'note'] as const).find((name) => named.includes(name)) ?? null
    return { ...refuse('invalid'), field }
  }
}
