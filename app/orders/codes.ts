/** The remaining codes of an order, as the database has them. Their words are texts of the area `orders`. */

export const paymentMethods = [
  'kuroneko_card',
  'kuroneko_convenience',
  'kuroneko_card_payment',
  'kuroneko_deferred',
  'bank_transfer',
  'optional_payment',
  'cash_on_delivery',
  'atobarai_com',
  'np_atobarai',
  'other',
] as const
export type PaymentMethod = (typeof paymentMethods)[number]

export const orderOrigins = ['platform', 'imported'] as const
export type OrderOrigin = (typeof orderOrigins)[number]

export const carrierSettings = ['any', 'yamato_only'] as const
export type CarrierSetting = (typeof carrierSettings)[number]

export const stockStates = ['allocated', 'returned', 'untracked'] as const
export type StockState = (typeof stockStates)[number]
