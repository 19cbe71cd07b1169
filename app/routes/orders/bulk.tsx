import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { beginBulk } from '~/orders/operations/bulk/begin.server'
import { mostOrders } from '~/orders/operations/bulk/most'
import { dryRun, leftRows, recentBulks } from '~/orders/operations/bulk/view.server'
import { permitOr404, requireDesk } from '~/routes/session.server'
import { LinkButton } from '~/ui/button'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { VerdictBox } from '~/ui/verdict-box'
import { DryRunForm } from './bulk/dry-run-form'
import { FileCard } from './bulk/file-card'
import { receiveShipments } from './bulk/receive.server'
import { Recent } from './bulk/recent'
import { kindOf, readChosen, readRows } from './bulk/rows'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'orders.operate')
  const { searchParams } = new URL(args.request.url)
  const kind = kindOf(searchParams.get('kind'))
  const { numbers, tooMany } = readChosen(searchParams)
  const again = searchParams.get('again')
  const rows = again ? await leftRows(desk, again) : numbers.map((number) => ({ number }))
  const t = translator(args.request)
  return {
    title: t(kind ? `bulk:kind.${kind}` : 'bulk:title'),
    dry: kind && rows.length > 0 ? await dryRun(desk, kind, rows) : null,
    /** まとめて処理 was pressed with nothing ticked. */
    nothing: kind !== null && rows.length === 0,
    tooMany,
    recent: await recentBulks(desk),
  }
}

/** A CSV of shipments or the dry run's form; nothing happens to any order before its intent is `run`. */
export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const desk = requireDesk(args)
  permitOr404(desk, 'orders.operate')
  if (request.headers.get('Content-Type')?.startsWith('multipart/')) {
    const file = await receiveShipments(request)
    if ('problem' in file) {
      return data({ dry: null, file, refusal: null }, file.problem === 'too_large' ? 413 : 422)
    }
    return { dry: await dryRun(desk, 'ship', file.rows), file: null, refusal: null }
  }
  const form = await request.formData()
  const kind = kindOf(form.get('kind'))
  const rows = kind && readRows(form, kind)
  if (!kind || !rows) return data({ dry: null, file: null, refusal: 'invalid' as const }, 422)
  const begun = form.get('intent') === 'run' ? await beginBulk(desk, kind, rows) : null
  if (begun?.ok) return redirect(`/orders/bulk/${begun.runId}`)
  const answer = { dry: await dryRun(desk, kind, rows), file: null, refusal: begun?.refusal ?? null }
  return begun ? data(answer, 409) : answer
}

export default function Bulk() {
  const { t } = useTranslation(['bulk', 'operations'])
  const { title, nothing, tooMany, recent, ...loaded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const dry = answer?.dry ?? loaded.dry
  return (
    <Page
      title={dry ? t(`kind.${dry.kind}`) : title}
      lead={t(dry ? 'dry.lead' : 'lead')}
      end={<LinkButton to="/orders">{t('back')}</LinkButton>}
    >
      {nothing && !dry && <VerdictBox small tone="look" title={t('nothing')} />}
      {tooMany && <VerdictBox small tone="look" title={t('tooMany', { most: mostOrders })} />}
      {answer?.refusal && <VerdictBox small tone="no" title={t(`operations:refusal.${answer.refusal}`)} />}
      {dry ? <DryRunForm key={JSON.stringify(dry.rows)} dry={dry} /> : <FileCard problem={answer?.file} />}
      {!dry && recent.length > 0 && <Recent runs={recent} />}
    </Page>
  )
}
