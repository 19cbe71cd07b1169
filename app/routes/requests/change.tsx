import { applyWish, type Statuses } from '~/corrections/change'
import type { PaymentWish, ShippingWish } from '~/corrections/wishes'
import { useTranslation } from '~/i18n/use-translation'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'

/** 前 → 後 for payment and shipping; only what is wished for where the order is not known. */
export function Change({
  before,
  wish,
}: {
  before: Statuses | null
  wish: { paymentWish: PaymentWish; shippingWish: ShippingWish }
}) {
  const { t } = useTranslation('requests')
  const after = before && applyWish(before, wish)
  const deliveries = before && [...new Set(before.deliveries)]
  const movesShipping = before?.deliveries.some((status, i) => status !== after?.deliveries[i])
  return (
    <dl className="grid grid-cols-[max-content_1fr] items-center gap-x-2.5 gap-y-1 text-left text-sm">
      <div className="contents">
        <dt className="text-xs text-muted">{t('change.payment')}</dt>
        <dd>
          {before && wish.paymentWish !== 'unchanged' && before.payment !== wish.paymentWish ? (
            <StatusChange
              before={<PaymentPill status={before.payment} />}
              after={<PaymentPill status={wish.paymentWish} />}
            />
          ) : (
            <PaymentPill status={before ? 'unchanged' : wish.paymentWish} />
          )}
        </dd>
      </div>
      <div className="contents">
        <dt className="text-xs text-muted">{t('change.shipping')}</dt>
        <dd>
          {deliveries && movesShipping ? (
            <StatusChange
              before={
                <span className="inline-flex flex-wrap gap-1">
                  {deliveries.map((status) => (
                    <ShippingPill key={status} status={status} />
                  ))}
                </span>
              }
              after={<ShippingPill status={wish.shippingWish} />}
            />
          ) : (
            <ShippingPill status={before ? 'unchanged' : wish.shippingWish} />
          )}
        </dd>
      </div>
    </dl>
  )
}
