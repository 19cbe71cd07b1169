import { FileInput } from 'lucide-react'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { roles } from '~/staff/permissions'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { KeyValue } from '~/ui/key-value'
import { Page } from '~/ui/page'
import { LogList } from '../audit/log-list'
import { Command } from './command'
import type { StartFor } from './start.server'

/** An administrator's start page: people and shops, orders to import, what happens. */
export function AdminStart({ numbers, entries }: StartFor<'admin'>) {
  const { t } = useTranslation(['home', 'common', 'erasure'])
  const { number } = useFormat()
  return (
    <Page
      title={t('home:title')}
      lead={t('home:admin.lead')}
      end={
        <LinkButton to="/orders/import" tone="primary" icon={<Icon of={FileInput} />}>
          {t('home:admin.import')}
        </LinkButton>
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card
          title={t('home:admin.people')}
          end={
            <LinkButton to="/admin/shops" size="sm">
              {t('erasure:shops.open')}
            </LinkButton>
          }
        >
          {numbers && (
            <KeyValue
              entries={[
                { key: t('home:admin.shops'), value: number(numbers.shops) },
                ...roles.map((role) => ({
                  key: t('home:admin.peopleOf', { role: t(`common:roles.${role}`) }),
                  value: number(numbers.people[role]),
                })),
              ]}
            />
          )}
        </Card>
        <Card title={t('home:admin.manage')}>
          <p className="mb-2 text-muted">{t('home:admin.manageWhat')}</p>
          <Command>npm run mitame -- user create --help</Command>
        </Card>
      </div>
      <LogList entries={entries} requests="/desk" />
    </Page>
  )
}
