import { useTranslation } from 'react-i18next'
import {
  type PaymentWish,
  paymentWishLabels,
  type ShippingWish,
  shippingWishLabels,
  unchanged,
} from '~/corrections/wishes'
import type ja from '~/i18n/ja/common'
import { useLanguage } from '~/i18n/use-format'
import { type PaymentStatus, type ShippingStatus, shippingLabels } from '~/orders/statuses'
import { Pill, type Tone } from './pill'

const paymentTones: Record<PaymentStatus, Tone> = {
  authorized: 'sky',
  captured: 'green',
  cancelled: 'grey',
  authorization_expired: 'orange',
  failed: 'red',
  incomplete: 'amber',
}

const shippingTones: Record<ShippingStatus, Tone> = {
  unshipped: 'grey',
  instructed: 'sky',
  preparing: 'sky',
  shipped: 'green',
  returned: 'orange',
  cancelled: 'grey',
}

/** A payment status, or that none is wanted. */
export function PaymentPill({ status }: { status: PaymentWish }) {
  const language = useLanguage()
  const label = paymentWishLabels[status][language]
  return status === unchanged ? <Pill hollow>{label}</Pill> : <Pill tone={paymentTones[status]}>{label}</Pill>
}

/** A shipping status, or that none is wanted. */
export function ShippingPill({ status }: { status: ShippingWish }) {
  const language = useLanguage()
  if (status === unchanged) return <Pill hollow>{shippingWishLabels.unchanged[language]}</Pill>
  return <Pill tone={shippingTones[status]}>{shippingLabels[status][language]}</Pill>
}

export type RequestState = keyof (typeof ja)['states']

const stateTones: Record<RequestState, Tone> = {
  submitted: 'sky',
  in_review: 'sky',
  needs_info: 'amber',
  awaiting_second: 'amber',
  applied: 'green',
  rejected: 'red',
  withdrawn: 'grey',
}

/** Where a request stands. */
export function StatePill({ state }: { state: RequestState }) {
  const { t } = useTranslation()
  return <Pill tone={stateTones[state]}>{t(`states.${state}`)}</Pill>
}
