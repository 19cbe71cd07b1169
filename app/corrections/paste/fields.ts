import { formLabels } from '~/corrections/wishes'

/** The five things a request says, in the order of the template. */
export const fields = ['orderNumber', 'paymentStatus', 'shippingStatus', 'kuronekoStatus', 'reason'] as const
export type Field = (typeof fields)[number]

/** The template's own label of a field. */
export const formLabel: Record<Field, string> = formLabels
