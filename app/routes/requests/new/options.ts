import { wishablePayments } from '~/corrections/limits'
import {
  claimLabels,
  claims,
  paymentWishLabels,
  shippingWishes,
  shippingWishLabels,
} from '~/corrections/wishes'
import { useLanguage } from '~/i18n/use-format'
import type { Option } from '~/ui/select'

/** The choices of the form's three lists, in the page's language. */
export function useOptions(): Record<'payment' | 'shipping' | 'claim', Option[]> {
  const language = useLanguage()
  return {
    payment: wishablePayments.map((value) => ({ value, label: paymentWishLabels[value][language] })),
    shipping: shippingWishes.map((value) => ({ value, label: shippingWishLabels[value][language] })),
    claim: claims.map((value) => ({ value, label: claimLabels[value][language] })),
  }
}
