import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { HistoryEvent } from '~/audit/history-event'
import type { RequestDetail } from '~/corrections/detail.server'
import { Card } from '~/ui/card'
import { History } from '../audit/history'

/** The audit log of the order, beside the request that it is to be judged by. */
export function HistoryCard({
  detail: { request },
  events,
}: {
  detail: RequestDetail
  events: HistoryEvent[]
}) {
  const { t } = useTranslation('desk')
  const { order } = request
  const all = order && (
    <Link
      className="font-semibold text-primary underline"
      to={`/audit/orders/${encodeURIComponent(order.number)}?shop=${request.shop.code}`}
    >
      {t('history.all')}
    </Link>
  )
  return (
    <Card title={t(order ? 'history.title' : 'history.titleRequest')} end={all} flush>
      <History events={events} requests="/desk" />
    </Card>
  )
}
