import type { Kuroneko } from '~/kuroneko/client.server'
import type { OperationOutcome, OperationRequest } from '~/kuroneko/operation'
import type { KuronekoCall } from '~/platform/prisma/client'
import { callFact } from './call-fact.server'
import type { Failure } from './finish-operation.server'

/** What a call came to, as it is stored. */
export type CallResult = Failure & { state: 'done' | 'refused' | 'unknown' | 'not_done' }

/** Sends a call, once. What Kuroneko says about the state is no outcome: an inquiry tells it. */
export async function sendCall(
  kuroneko: Kuroneko,
  call: KuronekoCall,
  to: { traderCode: string; orderNumber: string },
): Promise<CallResult> {
  const { outcome } = await kuroneko.operate(requestOf(call, to))
  return resultOf(outcome)
}

function requestOf(
  call: KuronekoCall,
  to: { traderCode: string; orderNumber: string },
): OperationRequest<'cancel' | 'change_amount' | 'register_shipment' | 'take_back_shipment'> {
  const { function: name, fields } = callFact(call)
  const slipNumber = fields.slip_no ?? ''
  switch (name) {
    case 'A06':
      return { operation: 'cancel', ...to }
    case 'A07':
      return { operation: 'change_amount', ...to, amount: Number(fields.new_price) }
    case 'E01': {
      const carrier = fields.delivery_service_code === '00' ? 'yamato' : 'other'
      return { operation: 'register_shipment', ...to, slipNumber, carrier }
    }
    case 'E02':
      return { operation: 'take_back_shipment', ...to, slipNumber }
    default:
      throw new Error(`no operation sends ${name}`)
  }
}

/** What an outcome is stored as. */
export function resultOf(outcome: OperationOutcome): CallResult {
  if (outcome.kind === 'done') return { state: 'done' }
  if (outcome.kind === 'unknown') {
    return { state: outcome.notSent ? 'not_done' : 'unknown', fault: outcome.reason }
  }
  const codes = { errorCode: outcome.errorCode, creditErrorCode: outcome.creditErrorCode }
  if (outcome.refusal === 'later') return { ...codes, state: 'not_done' }
  return { ...codes, state: outcome.refusal === 'state' ? 'unknown' : 'refused' }
}
