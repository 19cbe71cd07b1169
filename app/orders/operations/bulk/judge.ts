import type { CarrierSetting } from '../../codes'
import { type OperationRefusal, typedRefused } from '../allowed'
import { type Carrier, carrierLabels } from '../carriers'
import { normaliseSlip } from '../slip-typed'

/** Whether a refusal is about what was typed for a delivery, so that typing can mend it. */
export function isAboutTyping(refusal: OperationRefusal | null): boolean {
  return refusal !== null && (refusal.startsWith('slip_') || refusal === 'carrier_not_yamato')
}

/**
 * What stands against a row of 出荷・配送処理 as it is typed now.
 * @param dry what the dry run had against it
 */
export function judgeTyped(
  dry: OperationRefusal | null,
  typed: { slip: string; carrier: Carrier },
  setting: CarrierSetting,
): OperationRefusal | null {
  if (dry && !isAboutTyping(dry)) return dry
  const { slipNumber } = normaliseSlip(typed.slip)
  return typedRefused({ slipNumber: slipNumber || null, carrier: carrierLabels[typed.carrier].ja }, setting)
}
