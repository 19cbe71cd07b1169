import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { maxRows } from '~/corrections/limits'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { requireDesk } from '~/routes/session.server'
import { permits } from '~/staff/desk.server'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { pageTitle } from '~/ui/title'
import { pasteExample } from './corrections/example.server'
import { FieldsTable } from './corrections/fields-table'
import { PasteCard } from './corrections/paste-card'
import { StatesTable } from './corrections/states-table'
import { WhatItIs } from './corrections/what-it-is'
import { HelpPage, Section, Steps } from './help-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  return {
    title: translator(args.request)('help:corrections.title'),
    mayFile: permits(desk, 'requests.file'),
    ...pasteExample(),
  }
}

/** 見た目上のステータス変更 from beginning to end. */
export default function Corrections() {
  const { t } = useTranslation('help')
  const { title, mayFile, text, read } = useLoaderData<typeof loader>()
  const sections = [
    { id: 'how', title: t('corrections.how.title') },
    { id: 'fields', title: t('corrections.fields.title') },
    { id: 'after', title: t('corrections.after.title') },
    { id: 'paste', title: t('corrections.paste.title') },
  ]
  const button = t('corrections.open')
  return (
    <HelpPage
      title={title}
      lead={t('corrections.lead')}
      sections={sections}
      end={mayFile && <LinkButton to="/requests/new">{button}</LinkButton>}
    >
      <WhatItIs />
      <Section id="how">
        <Card title={t('corrections.how.title')}>
          <Steps
            steps={[
              t('corrections.how.step1'),
              t('corrections.how.step2', { button }),
              t('corrections.how.step3'),
              t('corrections.how.step4', { most: maxRows }),
            ]}
          />
        </Card>
      </Section>
      <Section id="fields">
        <FieldsTable />
      </Section>
      <Section id="after">
        <StatesTable />
      </Section>
      <Section id="paste">
        <PasteCard text={text} read={read} />
      </Section>
    </HelpPage>
  )
}
