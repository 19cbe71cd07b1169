import { useRouteLoaderData } from '@remix-run/react'
import {
  type PaymentWish,
  paymentWishLabels,
  type ShippingWish,
  shippingWishLabels,
  unchanged,
} from '~/corrections/wishes'
import type ja from '~/i18n/ja/common'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { type Label, type PaymentStatus, type ShippingStatus, shippingLabels } from '~/orders/statuses'
import type { Role } from '~/staff/permissions'
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

/** `short` is for dense lists: the word in the page's language alone, without the platform's own term beside it. */
type PillProps<Status> = { status: Status; short?: boolean }

/** A payment status, or that none is wanted. */
export function PaymentPill({ status, short = false }: PillProps<PaymentWish>) {
  const label = useLabel(paymentWishLabels[status], short)
  return status === unchanged ? <Pill hollow>{label}</Pill> : <Pill tone={paymentTones[status]}>{label}</Pill>
}

/** A shipping status, or that none is wanted. */
export function ShippingPill({ status, short = false }: PillProps<ShippingWish>) {
  const label = useLabel(status === unchanged ? shippingWishLabels.unchanged : shippingLabels[status], short)
  return status === unchanged ? (
    <Pill hollow>{label}</Pill>
  ) : (
    <Pill tone={shippingTones[status]}>{label}</Pill>
  )
}

function useLabel(label: Label, short: boolean): string {
  const word = label[useLanguage()]
  return short ? word.replace(/ \(.+\)$/u, '') : word
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

/** Where a request stands; who is waited for is said as this reader sees it. */
export function StatePill({ state }: { state: RequestState }) {
  const { t } = useTranslation()
  const viewer = useRouteLoaderData<{ role: Role }>('routes/shell')
  const forDesk = viewer !== undefined && viewer.role !== 'merchant' && state === 'needs_info'
  return <Pill tone={stateTones[state]}>{t(forDesk ? `statesForDesk.${state}` : `states.${state}`)}</Pill>
}
