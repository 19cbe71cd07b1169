import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { LogList } from '../audit/log-list'
import { LookUp } from '../audit/look-up'
import { Command } from './command'
import type { StartFor } from './start.server'

/** An auditor's start page: look one up, see what was changed last, check the whole. */
export function AuditorStart({ entries }: StartFor<'auditor'>) {
  const { t } = useTranslation('home')
  return (
    <Page
      title={t('title')}
      lead={t('auditor.lead')}
      end={<LinkButton to="/audit">{t('auditor.log')}</LinkButton>}
    >
      <LookUp />
      <LogList entries={entries} requests="/desk" title={t('auditor.corrections')} />
      <Card title={t('auditor.verify')}>
        <p className="mb-2 text-muted">{t('auditor.verifyWhat')}</p>
        <Command>npm run mitame -- audit verify</Command>
      </Card>
    </Page>
  )
}
