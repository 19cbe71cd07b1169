import { life, type RequestState, requestStates } from '~/corrections/life'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { StatePill } from '~/ui/status-pills'
import { Table } from '~/ui/table'
import { secondPersonReasons } from '~/verdicts/second-person'
import { Points } from '../help-page'

/** What a shop can do at each state. */
const shopActions = ['answer', 'withdraw'] as const

/** Where a request can stand, and when two people are needed. */
export function StatesTable() {
  const { t } = useTranslation(['help', 'verdicts'])
  const title = t('help:corrections.after.title')
  const can = (state: RequestState) => {
    const actions = shopActions.filter((action) => life[state][action])
    return actions.length > 0
      ? actions.map((action) => t(`help:corrections.after.actions.${action}`)).join(' / ')
      : t('help:corrections.after.nothing')
  }
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        rows={requestStates}
        rowKey={(state) => state}
        columns={[
          {
            key: 'state',
            header: t('help:corrections.after.state'),
            cell: (state) => <StatePill state={state} />,
          },
          {
            key: 'what',
            header: t('help:corrections.after.what'),
            cell: (state) => t(`help:corrections.after.states.${state}`),
          },
          { key: 'can', header: t('help:corrections.after.can'), cell: can },
        ]}
      />
      <div className="grid gap-2 border-t border-line p-4">
        <p>{t('help:corrections.after.second')}</p>
        <Points
          points={[...secondPersonReasons, 'override' as const].map((reason) =>
            t(`verdicts:second.${reason}`),
          )}
        />
        <p>{t('help:corrections.after.wait')}</p>
      </div>
    </Card>
  )
}
