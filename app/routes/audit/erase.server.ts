import { type ActionFunctionArgs, data } from '@remix-run/node'
import { erasable } from '~/audit/erase/erasable.server'
import { eraseWords } from '~/audit/erase/erase.server'
import { eraseSchema } from '~/audit/erase/form'
import type { Subject, SubjectName } from '~/audit/erase/subject.server'
import { translator } from '~/i18n/translator.server'
import type { Desk } from '~/staff/desk.server'
import { redirectWithToast } from '~/ui/toast.server'
import { notFound, requireDesk } from '../session.server'
import { historyAddress } from './order-address'

/** What the page for erasing shows. Throws 404 for whoever may not erase, and where there is no such thing. */
export async function loadErasable(desk: Desk, request: Request, name: SubjectName) {
  const found = await erasable(desk, name)
  if (!found) throw notFound()
  const { subject, events } = found
  const t = translator(request)
  const named = subject.order?.number ?? subject.reference
  const title = named === null ? t('erasure:titleOfExport') : t('erasure:title', { subject: named })
  return { title, shopName: subject.shopName, back: backTo(subject), events }
}

export type ErasePageData = Awaited<ReturnType<typeof loadErasable>>

type ErrorCode = 'events' | 'reason_short' | 'reason_long' | 'gone'
export type EraseAnswer =
  | { step: 'confirm'; chosen: string[]; reason: string }
  | { step: 'mend'; chosen: string[]; reason: string; errors: { field: string; code: ErrorCode }[] }

/** First shows what would go; erases when that was confirmed. */
export async function actOnErasable(args: ActionFunctionArgs, name: SubjectName) {
  const desk = requireDesk(args)
  const page = await loadErasable(desk, args.request, name)
  const form = await args.request.formData()
  const chosen = chosenOf(form, page)
  const written = form.get('reason')
  const reason = typeof written === 'string' ? written : ''
  const mend = (errors: { field: string; code: ErrorCode }[]) => ({
    step: 'mend' as const,
    chosen,
    reason,
    errors,
  })
  const parsed = eraseSchema.safeParse({ events: chosen, reason })
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      field: path[0] === 'reason' ? 'reason' : 'events',
      code: message.replace('error.', '') as ErrorCode,
    }))
    return data<EraseAnswer>(mend(errors), 422)
  }
  if (form.get('intent') !== 'erase') {
    return data<EraseAnswer>({ step: 'confirm', chosen, reason: parsed.data.reason })
  }
  const answer = await eraseWords(desk, name, parsed.data)
  if (!answer.ok && answer.refusal === 'not_found') throw notFound()
  if (!answer.ok) return data<EraseAnswer>(mend([{ field: 'events', code: 'gone' }]), 409)
  const message = translator(args.request)('erasure:done', { count: answer.erased })
  return redirectWithToast(page.back, { message })
}

/** The ticked events, and all of each ticked request. */
function chosenOf(form: FormData, { events }: ErasePageData): string[] {
  const requests = new Set(form.getAll('request'))
  const ticked = new Set(form.getAll('event'))
  return events
    .filter(({ id, told }) => ticked.has(id) || (told?.reference && requests.has(told.reference)))
    .map(({ id }) => id)
}

function backTo({ order, reference }: Subject): string {
  if (order) return historyAddress({ number: order.number, shop: { code: order.shop } })
  return reference === null ? '/audit/export' : `/desk/${encodeURIComponent(reference)}`
}
