import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { requireDesk } from '~/routes/session.server'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { Points } from './help-page'
import { readersFor, topics } from './topics'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = requireDesk(args)
  return { title: translator(args.request)('help:index.title'), readers: readersFor(actor.role) }
}

/** The contents of the help, a reader's own part first. */
export default function Contents() {
  const { t } = useTranslation('help')
  const { title, readers } = useLoaderData<typeof loader>()
  return (
    <Page title={title} lead={t('index.lead')}>
      <Card title={t('index.oneWay.title')}>
        <Points points={[t('index.oneWay.there'), t('index.oneWay.back'), t('index.oneWay.first')]} />
      </Card>
      {readers.map((reader) => (
        <Card key={reader} title={t(`groups.${reader}`)} flush>
          <ul>
            {topics
              .filter((topic) => topic.reader === reader)
              .map(({ to, word, apart }) => (
                <li key={to} className="border-b border-line last:border-b-0">
                  <Link
                    to={to}
                    prefetch={apart ? 'none' : 'intent'}
                    reloadDocument={apart}
                    className="grid gap-0.5 px-4 py-3 -outline-offset-2 hover:bg-ground"
                  >
                    <span className="font-bold text-primary">{t(`topics.${word}`)}</span>
                    <span className="text-sm text-muted">{t(`topics.${word}What`)}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </Page>
  )
}
