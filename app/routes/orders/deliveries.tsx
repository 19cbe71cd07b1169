import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import type { OrderStanding } from '~/orders/operations/standing.server'
import { OrderNumber } from '~/ui/order-number'
import { ShippingPill } from '~/ui/status-pills'
import { type Column, Table } from '~/ui/table'
import { ShipLink } from './operations/ship-link'

type Delivery = FoundOrder['deliveries'][number]

/** An order's deliveries, each with its status and slip, and for its shop the way to change them. */
export function Deliveries({ of: deliveries, standing }: { of: Delivery[]; standing: OrderStanding | null }) {
  const { t } = useTranslation(['orders', 'operations'])
  const several = deliveries.length > 1
  const refusal = standing?.refusals.ship
  const note = refusal
    ? t(`operations:refusal.${refusal}`)
    : standing && several && t('operations:ship.oneOfSeveral')
  const change: Column<Delivery> = {
    key: 'change',
    header: t('operations:ship.column'),
    cell: ({ index }) => standing && <ShipLink standing={standing} at={index} several={several} />,
  }
  return (
    <>
      <Table
        caption={t('detail.deliveries')}
        rows={deliveries}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'nth',
            header: t('field.delivery'),
            cell: ({ index }) => (
              <span className="whitespace-nowrap">{t('detail.nth', { n: index + 1 })}</span>
            ),
          },
          {
            key: 'status',
            header: t('field.shippingStatus'),
            cell: ({ status }) => <ShippingPill status={status} />,
          },
          {
            key: 'slip',
            header: t('field.slipNumber'),
            cell: ({ slipNumber }) => <Slip number={slipNumber} />,
          },
          {
            key: 'carrier',
            header: t('field.carrier'),
            cell: ({ carrier }) => <span className="md:whitespace-nowrap">{carrier ?? '–'}</span>,
          },
          ...(standing ? [change] : []),
        ]}
      />
      {note && <p className="border-t border-line px-4 py-2.5 text-xs text-muted">{note}</p>}
    </>
  )
}

function Slip({ number }: { number: string | null }) {
  const { t } = useTranslation('orders')
  if (number) return <OrderNumber>{number}</OrderNumber>
  return <span className="text-faint">{t('detail.noSlip')}</span>
}
