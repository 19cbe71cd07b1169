import { done, refuse } from './answer'
import { after } from './life'
import type { Call, Result } from './operations.server'
import type { SandboxTransaction } from './transaction'

const mostSlips = 99
const mostPacked = 3
const mostPackedYen = 300_000

/** E01: registers one slip, which is the capture. The order is in a state for it and the slip is a valid one. */
export function registerShipment({ transaction, fields, store, now }: Call): Result {
  if (!transaction) throw new Error('a shipment needs a transaction')
  const service = fields.delivery_service_code === '99' ? '99' : '00'
  const number = fields.slip_no ?? ''
  const taken = alreadyOn(transaction, number, store.all())
  if (taken) return refuse(taken)
  const slips = [...transaction.slips, { number, service, registeredAt: now.toISOString() } as const]
  const changed = after('register_shipment', transaction, now, 'api', { slips })
  return service === '00' ? { ...done, elements: slipPages(number), changed } : { ...done, changed }
}

/** Why this slip cannot be added: it is somebody's already, or too much is packed together. */
function alreadyOn(
  transaction: SandboxTransaction,
  number: string,
  all: SandboxTransaction[],
): string | null {
  const has = ({ slips }: SandboxTransaction) => slips.some((slip) => slip.number === number)
  const carrying = all.filter(has)
  const foreign = carrying.some(({ traderCode }) => traderCode !== transaction.traderCode)
  if (has(transaction) || foreign) return 'E012000001'
  if (transaction.slips.length >= mostSlips) return 'E012000002'
  if (carrying.length === 0) return null
  if (carrying.length >= mostPacked) return 'E012000004'
  const packed = [transaction, ...carrying].reduce((sum, { amount }) => sum + amount, 0)
  return packed > mostPackedYen ? 'E012000003' : null
}

function slipPages(number: string) {
  const page = `https://sandbox.invalid/slip/${number}`
  return { slipUrlPc: page, slipUrlMobile: page }
}
