import type { Language } from '~/i18n/languages'
import { type PaymentStatus, paymentLabels, type ShippingStatus, shippingLabels } from './statuses'

/** What an order shows, in a line: `決済完了・配送完了`. */
export function shownWords(
  language: Language,
  shown: { payment: PaymentStatus; deliveries: ShippingStatus[] },
): string {
  const labels = [
    paymentLabels[shown.payment],
    ...shown.deliveries.map((delivery) => shippingLabels[delivery]),
  ]
  return labels.map((label) => label[language]).join(language === 'ja' ? '・' : ', ')
}
