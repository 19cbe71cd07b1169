import { Link } from '@remix-run/react'
import { ScrollText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LogEntry } from '~/audit/latest.server'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Time } from '~/ui/time'
import { Timeline, TimelineItem } from '~/ui/timeline'
import { HistoryEntry, toneOf } from './history-entry'

/** Events of many orders, newest first, each with the order it belongs to. */
export function LogList({
  entries,
  requests,
  title,
}: {
  entries: readonly LogEntry[]
  requests: '/desk' | '/requests'
  title?: string
}) {
  const { t } = useTranslation('audit')
  return (
    <Card title={title ?? t('search.latest')} flush>
      {entries.length === 0 ? (
        <EmptyState title={t('search.empty')} icon={ScrollText}>
          {t('search.emptyHint')}
        </EmptyState>
      ) : (
        <Timeline>
          {entries.map((entry) => (
            <TimelineItem
              key={entry.event.id}
              time={<Time at={entry.event.at} show="minute" />}
              tone={toneOf(entry.event)}
            >
              <HistoryEntry event={entry.event} requests={requests} place={<Place entry={entry} />} />
            </TimelineItem>
          ))}
        </Timeline>
      )}
    </Card>
  )
}

function Place({ entry: { order, shop } }: { entry: LogEntry }) {
  const history =
    order && shop && `/audit/orders/${encodeURIComponent(order)}?shop=${encodeURIComponent(shop.code)}`
  return (
    <>
      {history && (
        <Link to={history} prefetch="intent" className="figures font-semibold text-primary hover:underline">
          {order}
        </Link>
      )}
      {shop && <span>{shop.name}</span>}
    </>
  )
}
