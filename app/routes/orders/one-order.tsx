import { FilePenLine, History } from 'lucide-react'
import type { DriftRow } from '~/corrections/drifts.server'
import type { openRequestsOf } from '~/corrections/of-order.server'
import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import type { standingOf } from '~/orders/operations/standing.server'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { OrderNumber } from '~/ui/order-number'
import { Page } from '~/ui/page'
import { Time } from '~/ui/time'
import { CaptureLeft } from './capture-left'
import { Deliveries } from './deliveries'
import { DriftNotice } from './drift/notice'
import { OpenRequests } from './open-requests'
import type { RefusedAct, TypedAct } from './operations/act.server'
import { OperationNotices } from './operations/notices'
import { PaymentCard } from './operations/payment-card'
import { OrderFacts } from './order-facts'
import { OrderLines } from './order-lines'

type Props = {
  order: FoundOrder
  requests: Awaited<ReturnType<typeof openRequestsOf>>
  drift: DriftRow | null
  standing: Awaited<ReturnType<typeof standingOf>>
  refused: RefusedAct | undefined
  /** What was sent after its session had lapsed, and waits to be sent again. */
  lapsed: TypedAct | null
  staff: boolean
  mayFile: boolean
}

/** Everything about one order, and what its shop can do with it. */
export function OneOrder({ order, requests, drift, standing, refused, lapsed, staff, mayFile }: Props) {
  const { t } = useTranslation(['orders', 'common'])
  const number = encodeURIComponent(order.number)
  const shop = staff ? `shop=${encodeURIComponent(order.shop.code)}` : ''
  return (
    <Page
      title={<OrderNumber>{order.number}</OrderNumber>}
      help="/help/operations"
      meta={
        <>
          {staff && <span>{order.shop.name}</span>}
          <Time at={order.orderedAt} />
        </>
      }
      end={
        <>
          <LinkButton to={`/audit/orders/${number}${shop && `?${shop}`}`} icon={<Icon of={History} />}>
            {t('detail.history')}
          </LinkButton>
          {mayFile && (
            <LinkButton
              to={`/requests/new?order=${number}${shop && `&${shop}`}`}
              tone="primary"
              icon={<Icon of={FilePenLine} />}
            >
              {t('detail.ask')}
            </LinkButton>
          )}
        </>
      }
    >
      {mayFile && (
        <p className="text-sm text-muted md:text-right">
          {t('detail.askWhat')} {t('common:cosmetic')}
        </p>
      )}
      {drift && !standing.underWay && <DriftNotice row={drift} reader={{ mayFile, withShop: staff }} />}
      <OperationNotices order={order} standing={standing} refused={refused} lapsed={lapsed} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <Card title={t('detail.facts')}>
            <OrderFacts order={order} staff={staff} left={<CaptureLeft order={order} until />} />
            {standing.operations && <OrderLines order={order} lines={standing.operations.lines} />}
          </Card>
          <Card title={t('detail.deliveries')} flush>
            <Deliveries of={order.deliveries} standing={standing.operations} />
          </Card>
        </div>
        <div className="grid gap-4">
          {standing.operations && <PaymentCard order={order} standing={standing.operations} />}
          <Card title={t('detail.open')}>
            <OpenRequests requests={requests} staff={staff} />
          </Card>
        </div>
      </div>
    </Page>
  )
}
