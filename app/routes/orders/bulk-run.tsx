import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { retryBulk } from '~/orders/operations/bulk/begin.server'
import { viewBulk } from '~/orders/operations/bulk/view.server'
import { notFound, permitOr404, requireDesk } from '~/routes/session.server'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { Time } from '~/ui/time'
import { pageTitle } from '~/ui/title'
import { Progress } from './bulk/progress'
import { Results } from './bulk/results'
import { forgetChosenOrders } from './list/chosen-orders'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const run = await viewBulk(requireDesk(args), args.params.run ?? '')
  if (!run) throw notFound()
  const t = translator(args.request)
  return { title: t('bulk:run.title', { kind: t(`bulk:kind.${run.kind}`) }), run }
}

/** Tries again what was not carried out, as a run of its own. */
export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'orders.operate')
  const run = await viewBulk(desk, args.params.run ?? '')
  if (!run) throw notFound()
  const again = await retryBulk(desk, run.id)
  return redirect(`/orders/bulk/${again.ok ? again.runId : run.id}`)
}

export default function BulkRunPage() {
  const { t } = useTranslation('bulk')
  const { title, run } = useLoaderData<typeof loader>()
  useEffect(() => forgetChosenOrders(run.shopId), [run.shopId])
  return (
    <Page
      title={title}
      meta={
        <>
          <Time at={run.startedAt} />
          <span>{run.startedBy.name}</span>
        </>
      }
      end={<LinkButton to="/orders">{t('run.back')}</LinkButton>}
    >
      <Progress run={run} />
      <Card flush>
        <Results kind={run.kind} items={run.items} />
      </Card>
    </Page>
  )
}
