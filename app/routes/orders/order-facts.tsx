import type { ReactNode } from 'react'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import { type Entry, KeyValue } from '~/ui/key-value'
import { OrderNumber } from '~/ui/order-number'
import { PaymentPill } from '~/ui/status-pills'
import { Time } from '~/ui/time'

/** What the desk knows of an order, by name and value; what does not apply is left out. */
export function OrderFacts({ order, staff, left }: { order: FoundOrder; staff: boolean; left: ReactNode }) {
  const { t } = useTranslation('orders')
  const { money } = useFormat()
  const { kuronekoOrderNumber: kuroneko, numberAsReceived: received } = order
  const entries: (Entry | false)[] = [
    { key: t('field.paymentStatus'), value: <PaymentPill status={order.paymentStatus} /> },
    order.paymentStatus === 'authorized' && { key: t('field.capture'), value: left },
    { key: t('field.amount'), value: <b className="figures">{money(order.amount)}</b> },
    order.fee > 0 && { key: t('field.fee'), value: <span className="figures">{money(order.fee)}</span> },
    { key: t('field.method'), value: t(`method.${order.paymentMethod}`) },
    { key: t('field.orderedAt'), value: <Time at={order.orderedAt} show="second" /> },
    kuroneko !== null &&
      kuroneko !== order.number && {
        key: t('field.kuronekoNumber'),
        value: <OrderNumber>{kuroneko}</OrderNumber>,
      },
    received !== order.number && {
      key: t('field.numberAsReceived'),
      value: <OrderNumber>{received}</OrderNumber>,
    },
    order.origin === 'imported' && { key: t('field.origin'), value: t('origin.imported') },
    staff && { key: t('field.carrierSetting'), value: t(`carrierSetting.${order.shop.carrierSetting}`) },
  ]
  return <KeyValue entries={entries.filter((entry) => entry !== false)} />
}
