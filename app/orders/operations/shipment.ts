import { z } from 'zod'
import type { CarrierSetting } from '../codes'
import { type OperationRefusal, typedRefused } from './allowed'
import { carrierLabels, carriers } from './carriers'
import { normaliseSlip } from './slip-typed'

/** 「配送ステータスを変更する」: one delivery of one order. Messages are keys of the area `operations`. */
export const shipmentSchema = z.object({
  /** The delivery's place, from 0. */
  delivery: z.coerce.number().int().min(0).max(98),
  slipNumber: z
    .string()
    .max(64)
    .default('')
    .transform((typed) => normaliseSlip(typed).slipNumber),
  carrier: z.enum(carriers),
  version: z.coerce.number().int().positive().optional(),
})
export type Shipment = z.output<typeof shipmentSchema>

/** The same, as far as it can be judged while it is typed. */
export function shipmentFormSchema(setting: CarrierSetting) {
  return shipmentSchema.superRefine(({ slipNumber, carrier }, context) => {
    const refusal = typedRefused({ slipNumber, carrier: carrierLabels[carrier].ja }, setting)
    if (!refusal) return
    context.addIssue({ code: 'custom', path: [shipmentFieldOf(refusal)], message: `refusal.${refusal}` })
  })
}

/** The field that a refusal speaks of. */
export function shipmentFieldOf(refusal: OperationRefusal): 'slipNumber' | 'carrier' {
  return refusal === 'carrier_not_yamato' ? 'carrier' : 'slipNumber'
}
