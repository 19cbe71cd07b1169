import { Link } from '@remix-run/react'
import { ScrollText } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LogEntry } from '~/audit/latest.server'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Time } from '~/ui/time'
import { Timeline, TimelineItem } from '~/ui/timeline'
import { HistoryEntry, toneOf } from './history-entry'
import { ProofButtons } from './proof-buttons'

/** Events of many orders, newest first, each with the order it belongs to. */
export function LogList({
  entries,
  requests,
  title,
  end,
  words,
}: {
  entries: readonly LogEntry[]
  requests: '/desk' | '/requests'
  title?: string
  /** How many there are, say. */
  end?: ReactNode
  /** What was looked for in what people wrote; it is marked there. */
  words?: string | undefined
}) {
  const { t } = useTranslation('audit')
  return (
    <Card title={title ?? t('search.latest')} end={end} flush>
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
              end={<ProofButtons events={[entry.event]} of={entry.order} />}
            >
              <HistoryEntry
                event={entry.event}
                requests={requests}
                place={<Place entry={entry} />}
                looked={words}
              />
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
