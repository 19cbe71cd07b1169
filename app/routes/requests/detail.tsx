import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { refusals } from '~/corrections/refusals'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { OrderNumber } from '~/ui/order-number'
import { Page } from '~/ui/page'
import { Time } from '~/ui/time'
import { pageTitle } from '~/ui/title'
import { redirectWithToast } from '~/ui/toast.server'
import { History } from '../audit/history'
import { notFound, permitOr404, requireDesk } from '../session.server'
import { actForShop } from './detail/act.server'
import { Answer } from './detail/answer'
import { Asked } from './detail/asked'
import { Conversation } from './detail/conversation'
import { Prospects } from './detail/prospects'
import { Refused } from './detail/refused'
import { StateBox } from './detail/state-box'
import { requestView } from './detail/view.server'
import { Withdraw } from './detail/withdraw'

export async function loader(args: LoaderFunctionArgs) {
  const view = await requestView(requireDesk(args), args.params.reference ?? '')
  if (!view) throw notFound()
  return view
}

export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'requests.file')
  const reference = args.params.reference ?? ''
  const acted = await actForShop(desk, reference, await args.request.formData())
  if (acted.ok) {
    const message = translator(args.request)(`requests:${acted.intent}.done`, { reference })
    return redirectWithToast(`/requests/${reference}`, { message })
  }
  if (acted.refusal === 'not_found') throw notFound()
  return data(acted, { status: refusals[acted.refusal] })
}

/** A refusal means that the request moved: the page shows where it is now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data && `${data.reference} ${data.number.used}`)

/** One request as its shop follows it. */
export default function RequestPage() {
  const view = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('requests')
  const meta = (
    <>
      <OrderNumber>{view.number.used}</OrderNumber>
      <span>{view.shop.name}</span>
      <span>
        {t('detail.filedAt')} <Time at={view.filedAt} />
      </span>
      {view.onBehalf && <span>{t('detail.onBehalf')}</span>}
    </>
  )
  return (
    <Page narrow title={<OrderNumber>{view.reference}</OrderNumber>} meta={meta}>
      {refused && <Refused refused={refused} />}
      <StateBox view={view} />
      <Conversation view={view}>
        {(view.canAnswer || refused?.body) && <Answer view={view} refused={refused} />}
      </Conversation>
      <Prospects view={view} />
      <Asked view={view} />
      {view.canWithdraw && <Withdraw reference={view.reference} />}
      {view.history.length > 0 && (
        <Card title={t('detail.history')} flush>
          <History events={view.history} />
        </Card>
      )}
    </Page>
  )
}
