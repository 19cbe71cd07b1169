import { type PaymentWish, type ShippingWish, unchanged } from '~/corrections/wishes'
import type { PaymentStatus, ShippingStatus } from '~/orders/statuses'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'

type Props = {
  before: { payment: PaymentStatus; deliveries: ShippingStatus[] }
  row: { paymentWish: PaymentWish; shippingWish: ShippingWish }
}

/** What a row changes: payment over deliveries, each before and after. */
export function QuickChange({ before, row: { paymentWish, shippingWish } }: Props) {
  return (
    <div className="grid justify-items-start gap-1 md:w-max max-md:justify-items-end">
      {paymentWish === unchanged ? (
        <PaymentPill status={paymentWish} />
      ) : (
        <StatusChange
          before={<PaymentPill status={before.payment} short />}
          after={<PaymentPill status={paymentWish} short />}
        />
      )}
      {shippingWish === unchanged ? (
        <ShippingPill status={shippingWish} />
      ) : (
        <StatusChange
          before={[...new Set(before.deliveries)].map((status) => (
            <ShippingPill key={status} status={status} short />
          ))}
          after={<ShippingPill status={shippingWish} short />}
        />
      )}
    </div>
  )
}
