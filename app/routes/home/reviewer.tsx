import { Link } from '@remix-run/react'
import { Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { dueSoonHours } from '~/corrections/due-soon'
import type { ReviewerStart as Loaded, StartRequest } from '~/corrections/start.server'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { Tiles } from '~/ui/tiles'
import { RequestList } from './request-list'
import { SeeAll } from './see-all'
import type { StartFor } from './start.server'

/** A reviewer's start page: how much waits, then the rows to begin with. */
export function ReviewerStart({ start, lead, drifts }: StartFor<'reviewer'>) {
  const { t } = useTranslation('home')
  return (
    <Page
      title={t('title')}
      lead={t('staff.lead')}
      end={
        <LinkButton to="/desk" tone="primary" icon={<Icon of={Inbox} />}>
          {t('staff.openDesk')}
        </LinkButton>
      }
    >
      <Numbers start={start} drifts={drifts} />
      {lead && start.second.length > 0 && (
        <Card title={t('staff.second')} end={<SeeAll to="/desk?view=second" />} flush>
          <Rows label={t('staff.second')} rows={start.second} withAssignee />
        </Card>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t('staff.mine')} end={<SeeAll to="/desk?view=mine" />} flush>
          <Rows label={t('staff.mine')} rows={start.mine}>
            <EmptyState title={t('staff.mineNone')}>{t('staff.mineNoneWhat')}</EmptyState>
          </Rows>
        </Card>
        <Card title={t('staff.unclaimed')} end={<SeeAll to="/desk" />} flush>
          <Rows label={t('staff.unclaimed')} rows={start.unclaimed}>
            <EmptyState title={t('staff.unclaimedNone')}>{t('staff.unclaimedNoneWhat')}</EmptyState>
          </Rows>
        </Card>
      </div>
    </Page>
  )
}

function Numbers({ start: { counts }, drifts }: { start: Loaded; drifts: number }) {
  const { t } = useTranslation('home')
  const { today, unclaimed, mine, soon, second } = counts
  return (
    <div className="grid gap-2">
      <Tiles
        tiles={[
          { to: '/desk?view=open', label: t('staff.unclaimed'), count: unclaimed, tone: 'sky' },
          { to: '/desk?view=mine', label: t('staff.mine'), count: mine, tone: 'green' },
          {
            to: '/desk',
            label: t('staff.soon', { hours: String(dueSoonHours) }),
            count: soon,
            tone: 'orange',
          },
          { to: '/desk?view=second', label: t('staff.second'), count: second, tone: 'amber' },
        ]}
      />
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        <strong className="font-semibold">{t('staff.today')}</strong>
        {(['filed', 'applied', 'rejected', 'withdrawn'] as const).map((what) => (
          <span key={what}>{t(`staff.${what}`, { count: today[what] })}</span>
        ))}
        <Link to="/orders/drift" className="text-primary hover:underline md:ml-auto">
          {t('staff.drifts', { count: drifts })}
        </Link>
      </p>
    </div>
  )
}

function Rows({
  label,
  rows,
  withAssignee = false,
  children,
}: {
  label: string
  rows: readonly StartRequest[]
  /** Where it is somebody else. */
  withAssignee?: boolean
  /** Instead of no rows. */
  children?: ReactNode
}) {
  if (rows.length === 0) return children
  return (
    <RequestList
      label={label}
      rows={rows}
      base="/desk"
      detail={({ shop, assignee }) => (
        <>
          <span>{shop.name}</span>
          {withAssignee && assignee && <span>{assignee.name}</span>}
        </>
      )}
    />
  )
}
