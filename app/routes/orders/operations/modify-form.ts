import { zodResolver } from '@hookform/resolvers/zod'
import { useRemixForm } from 'remix-hook-form'
import type { z } from 'zod'
import { useTranslation } from '~/i18n/use-translation'
import { modificationFormSchema, readNumber } from '~/orders/operations/amount'
import type { PanelProps } from './panels'
import type { LineFields, ModifyFields } from './typed'

/** `total` is no field; it is where the schema says that nothing would be left to pay. */
type Fields = ModifyFields & { total?: string }

// react-hook-form has one type for its fields; until they are right, this form's are text.
const schema = modificationFormSchema as unknown as z.ZodType<Fields, Fields>
const resolver = zodResolver(schema, undefined, { raw: true })

/** The form in the browser: what was typed, else the order as it stands, an order without lines as one of the whole. */
export function useModifyForm({ order, standing, refused }: Omit<PanelProps, 'delivery'>) {
  const { t } = useTranslation('operations')
  const whole: LineFields = {
    productId: '',
    name: t('modify.whole'),
    unitPrice: String(order.amount - order.shippingFee - order.fee),
    quantity: '1',
  }
  const lines = standing.lines.map(({ productId, name, unitPrice, quantity }) => ({
    productId: productId ?? '',
    name,
    unitPrice: String(unitPrice),
    quantity: String(quantity),
  }))
  const stands: ModifyFields = {
    lines: lines.length > 0 ? lines : [whole],
    shippingFee: String(order.shippingFee),
    fee: String(order.fee),
  }
  return useRemixForm<Fields>({ resolver, defaultValues: refused?.modify ?? stands })
}

export type ModifyForm = ReturnType<typeof useModifyForm>

/** A line's sum in yen; null while it cannot be told. */
export function sumOf({ unitPrice, quantity }: Pick<LineFields, 'unitPrice' | 'quantity'>): number | null {
  const sum = readNumber(unitPrice) * readNumber(quantity)
  return Number.isNaN(sum) ? null : sum
}

/** The total in yen as the fields stand; null while it cannot be told. */
export function totalTyped({ lines, shippingFee, fee }: ModifyFields): number | null {
  const parts = [
    ...lines.map(sumOf),
    sumOf({ unitPrice: shippingFee, quantity: '1' }),
    sumOf({ unitPrice: fee, quantity: '1' }),
  ]
  return parts.reduce((total, part) => (total === null || part === null ? null : total + part), 0)
}
