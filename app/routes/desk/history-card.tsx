import { Link } from '@remix-run/react'
import type { HistoryEvent } from '~/audit/history-event'
import type { RequestDetail } from '~/corrections/detail.server'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { EraseLink } from '../audit/erase-link'
import { History } from '../audit/history'

/** The audit log of the order, beside the request that it is to be judged by. */
export function HistoryCard({
  detail: { request, mayErase },
  events,
}: {
  detail: RequestDetail
  events: HistoryEvent[]
}) {
  const { t } = useTranslation('desk')
  const { order } = request
  const end = order ? (
    <Link
      className="font-semibold text-primary underline"
      to={`/audit/orders/${encodeURIComponent(order.number)}?shop=${request.shop.code}`}
    >
      {t('history.all')}
    </Link>
  ) : (
    mayErase && <EraseLink to={`/audit/requests/${request.reference}/erase`} small />
  )
  return (
    <Card title={t(order ? 'history.title' : 'history.titleRequest')} end={end} flush>
      <History events={events} requests="/desk" />
    </Card>
  )
}
