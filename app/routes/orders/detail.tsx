import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openDrift } from '~/corrections/drifts.server'
import { openRequestsOf } from '~/corrections/of-order.server'
import { languageOf, translator } from '~/i18n/translator.server'
import { findOrders } from '~/orders/find.server'
import { standingOf } from '~/orders/operations/standing.server'
import { keepDraft, notFound, permitOr404, requireDesk, takeDraft } from '~/routes/session.server'
import { permits } from '~/staff/desk.server'
import type { DraftForm } from '~/staff/draft.server'
import { pageTitle } from '~/ui/title'
import { redirectWithToast } from '~/ui/toast.server'
import { afterRefusal } from '../after-refusal'
import { OneOrder } from './one-order'
import { actOn, typedAct } from './operations/act.server'
import { outcomeToast, statusOfRefusal } from './operations/outcome.server'
import { ShopChoice } from './shop-choice'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const [first, ...others] = await ordersOf(args)
  if (!first) throw notFound()
  const title = translator(args.request)('orders:detail.title', { number: first.number })
  if (others.length > 0) return { title, choice: { orders: [first, ...others] } }
  const [requests, standing, drift] = await Promise.all([
    openRequestsOf(desk, first.id),
    standingOf(desk, first),
    openDrift(desk, first.id),
  ])
  const staff = permits(desk, 'desk.see')
  const draft = standing.operations && (await takeDraft(args, draftOf(args)))
  const page = {
    title,
    choice: null,
    order: first,
    requests,
    standing,
    drift,
    staff,
    mayFile: permits(desk, 'requests.file'),
    lapsed: draft && typedAct(draft.typed),
  }
  return data(page, draft ? { headers: draft.headers } : {})
}

/** An ordinary operation (`orders.operate`); each is also the intent that its form sends. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  if (!args.context.desk) throw await keepDraft(args, draftOf(args), form)
  const desk = requireDesk(args)
  permitOr404(desk, 'orders.operate')
  const [order] = await ordersOf(args)
  const acted = order && (await actOn(desk, order, form))
  if (!acted || (!acted.ok && acted.refusal === 'not_found')) throw notFound()
  if (!acted.ok) return data(acted, { status: statusOfRefusal(acted.refusal) })
  const [after = order] = await ordersOf(args)
  const { pathname } = new URL(args.request.url)
  const words = outcomeToast(acted, after, translator(args.request), languageOf(args.request))
  return redirectWithToast(pathname, words)
}

function ordersOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const shop = new URL(args.request.url).searchParams.get('shop') ?? undefined
  return findOrders(requireDesk(args), args.params.number ?? '', shop)
}

/** A form that comes back from signing in anew belongs to its own order. */
function draftOf({ params }: LoaderFunctionArgs | ActionFunctionArgs): DraftForm {
  return `order:${params.number ?? ''}`
}

export const shouldRevalidate = afterRefusal

export default function OrderDetail() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return data.choice ? <ShopChoice orders={data.choice.orders} /> : <OneOrder {...data} refused={refused} />
}
