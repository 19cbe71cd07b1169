import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import type { SessionRow } from '~/staff/sessions.server'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Pill } from '~/ui/pill'
import { type Column, Table } from '~/ui/table'
import { Time } from '~/ui/time'

/** Where one is signed in, and the button that leaves only this place. */
export function SessionsCard({ sessions }: { sessions: readonly SessionRow[] }) {
  const { t } = useTranslation('account')
  const columns: Column<SessionRow>[] = [
    {
      key: 'browser',
      header: t('sessions.browser'),
      cell: ({ browser, own }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {browser ?? t('sessions.unknown')}
          {own && <Pill tone="green">{t('sessions.own')}</Pill>}
        </span>
      ),
    },
    { key: 'address', header: t('sessions.address'), cell: ({ address }) => address ?? '–' },
    { key: 'since', header: t('sessions.since'), cell: ({ since }) => <Time at={since} /> },
    { key: 'until', header: t('sessions.until'), cell: ({ until }) => <Time at={until} /> },
  ]
  return (
    <Card flush title={t('sessions.title')}>
      <Table caption={t('sessions.title')} columns={columns} rows={sessions} rowKey={({ id }) => id} />
      {sessions.length > 1 && (
        <Form method="post" className="border-t border-line p-4">
          <SubmitButton intent="sessions" tone="default">
            {t('sessions.end')}
          </SubmitButton>
        </Form>
      )}
    </Card>
  )
}
