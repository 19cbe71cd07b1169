import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { operations } from '~/orders/operations/allowed'
import { mostOrders } from '~/orders/operations/bulk/most'
import { remindAt } from '~/orders/operations/remind.server'
import { requireDesk } from '~/routes/session.server'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { pageTitle } from '~/ui/title'
import { HelpPage, Points, Section, Steps } from './help-page'
import { CancelAndChange, ShipAndCapture } from './operations/all-operations'
import { RefusalTable } from './operations/refusal-table'
import { commonRefusals, refusalsByOperation } from './operations/refusals'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  requireDesk(args)
  return {
    title: translator(args.request)('help:operations.title'),
    refusals: refusalsByOperation(),
    reminders: remindAt,
  }
}

/** The ordinary operations, in the manual's order. */
export default function Operations() {
  const { t } = useTranslation(['help', 'operations'])
  const { title, refusals, reminders } = useLoaderData<typeof loader>()
  const sections = [
    ...operations.map((id) => ({ id, title: t(`operations:name.${id}`) })),
    { id: 'bulk', title: t('help:operations.bulk.title') },
    { id: 'answers', title: t('help:operations.answers.title') },
  ]
  return (
    <HelpPage
      title={title}
      lead={t('help:operations.lead')}
      sections={sections}
      end={<LinkButton to="/orders">{t('help:operations.open')}</LinkButton>}
    >
      <ShipAndCapture refusals={refusals} reminders={reminders} />
      <CancelAndChange refusals={refusals} />
      <Section id="bulk">
        <Card title={t('help:operations.bulk.title')}>
          <div className="grid gap-3">
            <p>{t('help:operations.bulk.lead', { most: mostOrders })}</p>
            <Steps
              steps={[
                t('help:operations.bulk.step1'),
                t('help:operations.bulk.step2'),
                t('help:operations.bulk.step3'),
                t('help:operations.bulk.step4'),
              ]}
            />
          </div>
        </Card>
      </Section>
      <Section id="answers">
        <Card title={t('help:operations.answers.title')}>
          <Points points={[t('help:operations.answers.wait'), t('help:operations.answers.failed')]} />
        </Card>
        <Card title={t('help:operations.common')} flush>
          <RefusalTable caption={t('help:operations.common')} refusals={commonRefusals} />
        </Card>
      </Section>
    </HelpPage>
  )
}
