import {
  type Label,
  type PaymentStatus,
  paymentLabels,
  paymentStatuses,
  type ShippingStatus,
  shippingLabels,
  shippingStatuses,
} from './statuses'

/** What a merchant may ask for, and what they say Kuroneko shows. Source: `domain.md`, `design.md` §9. */

export const unchanged = 'unchanged'

export const paymentWishes = [...paymentStatuses, unchanged] as const
export type PaymentWish = PaymentStatus | typeof unchanged

export const shippingWishes = [...shippingStatuses, unchanged] as const
export type ShippingWish = ShippingStatus | typeof unchanged

export const claims = ['authorized', 'captured', 'cancelled', 'failed', 'not_found', 'other'] as const
export type Claim = (typeof claims)[number]

const noChange: Label = { ja: '変更なし', en: 'No change (変更なし)' }

export const paymentWishLabels: Record<PaymentWish, Label> = { ...paymentLabels, unchanged: noChange }

/** The request form uses the order's words (未処理・注文キャンセル), not the delivery's. */
export const shippingWishLabels: Record<ShippingWish, Label> = {
  ...shippingLabels,
  unshipped: { ja: '未処理', en: 'Not shipped (未処理)' },
  cancelled: { ja: '注文キャンセル', en: 'Cancelled (注文キャンセル)' },
  unchanged: noChange,
}

export const claimLabels: Record<Claim, Label> = {
  authorized: { ja: '与信済み', en: 'Authorised (与信済み)' },
  captured: { ja: '実売上済み', en: 'Captured (実売上済み)' },
  cancelled: { ja: '決済キャンセル済み', en: 'Cancelled (決済キャンセル済み)' },
  failed: { ja: '決済エラー', en: 'Payment error (決済エラー)' },
  not_found: { ja: '取引なし', en: 'No such transaction (取引なし)' },
  other: { ja: 'その他', en: 'Other (その他)' },
}

/** The five labels of the form, to the letter (`design.md` §8). */
export const formLabels = {
  orderNumber: '対象注文番号',
  paymentStatus: 'ご希望の決済ステータス',
  shippingStatus: '配送ステータス',
  kuronekoStatus: 'クロネコ側のステータス',
  reason: '経緯など、ご事情',
} as const

/** The template's own example of a reason, which people leave standing. */
export const exampleReason = 'クロネコ側で実売上後のキャンセルに成功したため'
