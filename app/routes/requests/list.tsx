import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { type ListView, listFilterSchema, listViews } from '~/corrections/list.server'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { permits } from '~/staff/desk.server'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { Tabs } from '~/ui/tabs'
import { pageTitle } from '~/ui/title'
import { notFound, requireDesk } from '../session.server'
import { listRows } from './list/rows.server'
import { RequestTable } from './list/table'

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { searchParams } = new URL(args.request.url)
  const filter = listFilterSchema.parse(Object.fromEntries(searchParams))
  const page = await listRows(desk, filter)
  if (!page) throw notFound()
  return {
    ...page,
    view: filter.view,
    views: listViews,
    later: filter.after !== undefined,
    files: permits(desk, 'requests.file'),
    shops: desk.actor.role !== 'merchant',
    title: translator(args.request)('requests:list.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

/** The shop's requests, and where each of them stands. */
export default function RequestList() {
  const { rows, next, view, views, later, files, shops } = useLoaderData<typeof loader>()
  const { t } = useTranslation('requests')
  const tabs = views.map((name) => ({
    to: addressOf(name),
    label: t(`list.tabs.${name}`),
    current: name === view,
  }))
  const file = files && (
    <LinkButton to="/requests/new" tone="primary" icon={<Icon of={Plus} />}>
      {t('list.new')}
    </LinkButton>
  )
  return (
    <Page title={t('list.title')} lead={t('list.lead')} end={file}>
      <Tabs label={t('list.tabs.label')} tabs={tabs} />
      <Card flush>
        {rows.length > 0 ? (
          <RequestTable rows={rows} shops={shops} />
        ) : (
          <EmptyState title={t(`list.empty.${view}.title`)} action={view === 'all' && file}>
            {t(`list.empty.${view}.text`)}
          </EmptyState>
        )}
      </Card>
      <div className="grid gap-3">
        {later && (
          <span>
            <LinkButton to={addressOf(view)} size="sm">
              {t('list.newest')}
            </LinkButton>
          </span>
        )}
        <Pager
          previous={null}
          next={next && `${addressOf(view)}${view === 'all' ? '?' : '&'}after=${next}`}
        />
      </div>
    </Page>
  )
}

function addressOf(view: ListView): string {
  return view === 'all' ? '/requests' : `/requests?view=${view}`
}
