import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { permitOr404, requireDesk } from '../session.server'
import { ExportForm } from './export/export-form'
import { ExportList } from './export/export-list'
import { loadExport } from './export/load.server'
import { useFollowed } from './export/use-followed'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'audit.export')
  const title = translator(args.request)('audit-export:title')
  return { ...(await loadExport(desk, new URL(args.request.url).searchParams)), title }
}

/** What is exported, in which format, and the exports so far. */
export default function Export() {
  const loaded = useLoaderData<typeof loader>()
  const { t } = useTranslation('audit-export')
  const { started, begin } = useFollowed(loaded.rows)
  return (
    <Page title={loaded.title} lead={t('lead')}>
      <ExportForm {...loaded} started={started} onBegin={begin} />
      <ExportList {...loaded} />
    </Page>
  )
}
