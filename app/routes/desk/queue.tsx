import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useParams } from '@remix-run/react'
import { queueFilterSchema, queueView } from '~/corrections/queue.server'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { EmptyState } from '~/ui/empty-state'
import { pageTitle } from '~/ui/title'
import { afterRefusal } from '../after-refusal'
import { notFound, requireDesk } from '../session.server'
import { DeskKeys } from './keys'
import { QueueList } from './queue-list'
import { QueueTools } from './queue-tools'

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const filter = queueFilterSchema.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  const view = await queueView(desk, filter)
  if (!view) throw notFound()
  const t = translator(args.request)
  const chosen = { view: filter.view, shop: filter.shop ?? '', verdict: filter.verdict ?? '' } as const
  return { ...view, chosen, title: t('desk:title') }
}

export const shouldRevalidate = afterRefusal

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

/** The queue at the left, one request at the right; on a phone, one at a time. */
export default function Queue() {
  const { page, counts, shops, quick, chosen } = useLoaderData<typeof loader>()
  const { reference } = useParams()
  const { t } = useTranslation('desk')
  return (
    <div className="grid min-h-full md:grid-cols-[340px_minmax(0,1fr)] xl:grid-cols-[372px_minmax(0,1fr)]">
      <h1 className="sr-only">{t('title')}</h1>
      <section
        aria-label={t('queue')}
        className={`min-w-0 border-line bg-surface md:sticky md:top-13 md:h-[calc(100dvh-52px)] md:overflow-y-auto md:border-r print:hidden ${reference ? 'max-md:hidden' : ''}`}
      >
        <QueueTools {...chosen} shops={shops} counts={counts} quick={quick} />
        <QueueList rows={page.rows} next={page.next} view={chosen.view} current={reference} />
      </section>
      <div className={`min-w-0 ${reference ? '' : 'max-md:hidden'}`}>
        {reference ? <Outlet /> : <EmptyState title={t('choose.title')}>{t('choose.hint')}</EmptyState>}
      </div>
      <DeskKeys rows={page.rows.map((row) => row.reference)} current={reference} quick={quick > 0} />
    </div>
  )
}
