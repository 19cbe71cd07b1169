/** The statuses an order and its deliveries can show. Source: `domain.md`, codes as in the API. */

export const paymentStatuses = [
  'authorized',
  'captured',
  'cancelled',
  'authorization_expired',
  'failed',
  'incomplete',
] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

export const shippingStatuses = [
  'unshipped',
  'instructed',
  'preparing',
  'shipped',
  'returned',
  'cancelled',
] as const
export type ShippingStatus = (typeof shippingStatuses)[number]

/** The words shown for one code. `ja` is the platform's own term and never changes. */
export type Label = { ja: string; en: string }

export const paymentLabels: Record<PaymentStatus, Label> = {
  authorized: { ja: '仮売上', en: 'Authorised (仮売上)' },
  captured: { ja: '決済完了', en: 'Captured (決済完了)' },
  cancelled: { ja: '注文キャンセル', en: 'Cancelled (注文キャンセル)' },
  authorization_expired: { ja: '仮売上期限切れ', en: 'Authorisation expired (仮売上期限切れ)' },
  failed: { ja: '決済失敗', en: 'Failed (決済失敗)' },
  incomplete: { ja: '要確認', en: 'Incomplete (要確認)' },
}

export const shippingLabels: Record<ShippingStatus, Label> = {
  unshipped: { ja: '未配送', en: 'Not shipped (未配送)' },
  instructed: { ja: '配送指示済', en: 'Instructed (配送指示済)' },
  preparing: { ja: '配送準備中', en: 'Preparing (配送準備中)' },
  shipped: { ja: '配送完了', en: 'Shipped (配送完了)' },
  returned: { ja: '返送', en: 'Returned (返送)' },
  cancelled: { ja: 'キャンセル', en: 'Cancelled (キャンセル)' },
}
