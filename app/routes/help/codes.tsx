import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { requireDesk } from '~/routes/session.server'
import { pageTitle } from '~/ui/title'
import { CodeSearch } from './codes/code-search'
import { StatusInfoTable } from './codes/status-info-table'
import { HelpPage, Section } from './help-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  requireDesk(args)
  const asked = new URL(args.request.url).searchParams.get('q') ?? ''
  return { title: translator(args.request)('help:codes.title'), asked: asked.slice(0, 64) }
}

/** What Kuroneko's codes mean and what to do about them. */
export default function Codes() {
  const { t } = useTranslation('help')
  const { title, asked } = useLoaderData<typeof loader>()
  const sections = [
    { id: 'codes', title: t('codes.list') },
    { id: 'status-info', title: t('codes.statusInfo') },
  ]
  return (
    <HelpPage title={title} lead={t('codes.lead')} sections={sections}>
      <Section id="codes">
        <CodeSearch key={asked} asked={asked} />
      </Section>
      <Section id="status-info">
        <StatusInfoTable />
      </Section>
    </HelpPage>
  )
}
