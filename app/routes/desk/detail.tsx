import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestDetail } from '~/corrections/detail.server'
import { orderOfRequest } from '~/corrections/of-order.server'
import { refusals } from '~/corrections/refusals'
import { translator } from '~/i18n/translator.server'
import { pageTitle } from '~/ui/title'
import { redirectWithToast } from '~/ui/toast.server'
import { afterRefusal } from '../after-refusal'
import { notFound, permitOr404, requireDesk } from '../session.server'
import { ChangeCard } from './change-card'
import { ClaimCard } from './claim-card'
import { ConversationCard } from './conversation-card'
import { decide } from './decide.server'
import { DecisionBar } from './decision-bar'
import { DetailHead } from './detail-head'
import { FindingsCard } from './findings-card'
import { historyFor } from './history.server'
import { HistoryCard } from './history-card'
import { OrderCard } from './order-card'
import { RefusalBox } from './refusal-box'
import { VerdictCard } from './verdict-card'

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'desk.see')
  const detail = await requestDetail(desk, args.params.reference ?? '')
  if (!detail) throw notFound()
  const events = await historyFor(desk, detail.request)
  return { detail, events, viewer: { id: desk.actor.id }, idempotencyKey: randomUUID() }
}

export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'desk.decide')
  const reference = args.params.reference ?? ''
  const decided = await decide(desk, reference, await args.request.formData())
  if (!decided.ok) return data(decided, { status: refusals[decided.refusal] })
  const t = translator(args.request)
  const { searchParams } = new URL(args.request.url)
  searchParams.delete('do')
  const order = decided.state === 'applied' ? await orderOfRequest(desk, reference) : null
  const first = decided.intent === 'approve' && decided.state === 'awaiting_second'
  return redirectWithToast(`/desk/${reference}?${searchParams}`, {
    message: t(`desk:toast.${first ? 'approveFirst' : decided.intent}`, { reference }),
    ...(order && {
      link: {
        to: `/audit/orders/${encodeURIComponent(order.number)}?shop=${order.shop.code}`,
        label: t('desk:toast.history'),
      },
    }),
  })
}

export const shouldRevalidate = afterRefusal

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) =>
  pageTitle(loaded && `${loaded.detail.request.number} ${loaded.detail.request.reference}`)

/** One request: what it asks for, what is known, what was said, and the decision. */
export default function Detail() {
  const { detail, events, viewer, idempotencyKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="flex min-h-full flex-col">
      <div className="grid flex-1 content-start gap-4 px-4 py-5 md:px-6">
        <DetailHead detail={detail} viewer={viewer} />
        {refused && <RefusalBox refused={refused} />}
        <VerdictCard detail={detail} />
        <ChangeCard detail={detail} />
        <ClaimCard detail={detail} />
        {!detail.request.decidedAt && <FindingsCard detail={detail} />}
        <OrderCard detail={detail} />
        <ConversationCard detail={detail} />
        <HistoryCard detail={detail} events={events} />
      </div>
      <DecisionBar
        key={detail.request.reference}
        detail={detail}
        refused={refused}
        idempotencyKey={idempotencyKey}
      />
    </div>
  )
}
