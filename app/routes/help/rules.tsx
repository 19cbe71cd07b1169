import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { subjects } from '~/verdicts/rules'
import { requireDesk } from '../session.server'
import { Answers } from './rules/answers'
import { HowItIsJudged } from './rules/how-it-is-judged'
import { PaymentTableCard } from './rules/payment-table'
import { RuleList } from './rules/rule-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  requireDesk(args)
  return { title: translator(args.request)('verdicts:page.title') }
}

/** The decision tables as the desk works by them; every finding leads to its rule here. */
export default function Rules() {
  const { t } = useTranslation('verdicts')
  return (
    <Page title={t('page.title')} lead={t('page.lead')} help="/help">
      <HowItIsJudged />
      <Answers />
      <PaymentTableCard wish="captured" />
      <PaymentTableCard wish="cancelled" />
      <PaymentTableCard wish="authorized" />
      {subjects.map((subject) => (
        <Card key={subject} title={t(`subjects.${subject}`)} flush>
          <RuleList subject={subject} />
        </Card>
      ))}
    </Page>
  )
}
