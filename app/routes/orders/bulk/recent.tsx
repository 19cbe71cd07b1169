import { Link } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import type { RecentBulk } from '~/orders/operations/bulk/view.server'
import { Card } from '~/ui/card'
import { Time } from '~/ui/time'

/** What was processed together last, each leading to its result. */
export function Recent({ runs }: { runs: RecentBulk[] }) {
  const { t } = useTranslation('bulk')
  return (
    <Card title={t('recent.title')}>
      <ul className="grid gap-2">
        {runs.map(({ id, kind, startedAt, finishedAt, startedBy, _count }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <Link to={`/orders/bulk/${id}`} className="font-bold text-primary hover:underline">
              {t(`kind.${kind}`)}
            </Link>
            <span>{t('recent.rows', { count: _count.items })}</span>
            <span className="text-sm text-muted">
              <Time at={startedAt} /> {startedBy.name}
            </span>
            {!finishedAt && <span className="text-sm text-amber">{t('recent.running')}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
