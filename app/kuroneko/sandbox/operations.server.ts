import { tokyoDay } from '~/platform/tokyo'
import { type Answer, done, refuse, tradeInfo } from './answer'
import { changeCard, deleteCard, listCards } from './card-operations.server'
import { type Fields, type SandboxFunction, slipError } from './fields.server'
import { type Act, after, isNight, isPossible, status } from './life'
import { finishThreeD, registerSavedCard, registerToken, threeDCodes } from './register.server'
import type { CardHolder } from './saved-cards'
import { registerShipment } from './shipment.server'
import type { SandboxStore } from './store.server'
import type { Tokens } from './tokens'
import type { SandboxTransaction, Trader } from './transaction'

export type Call = {
  trader: Trader
  fields: Fields
  /** The transaction of that number and trader, if there is one. */
  transaction: SandboxTransaction | undefined
  store: Pick<SandboxStore, 'all' | 'holder'>
  tokens: Tokens
  /** Where the browser finds the sandbox's pages. */
  origin: string
  now: Date
}

/** What an operation comes to; the transaction and the member's cards as they stand afterwards where they changed. */
export type Result = Answer & { changed?: SandboxTransaction; holder?: CardHolder }

/** The checks of an operation after those of its fields, in Kuroneko's order (kuroneko.md §4, §6). */
export const operations: Record<SandboxFunction, (call: Call) => Result> = {
  E04: ({ transaction }) => tradeInfo(transaction ? [transaction] : []),

  A06(call) {
    if (!call.transaction) return refuse('A062010001')
    if (call.transaction.settleMethodDiv !== '0') return refuse('A062010002')
    return isPossible('cancel', call.transaction) ? take(call, 'cancel') : refuse('A062010003')
  },

  A07(call) {
    const { transaction, trader, now } = call
    const amount = Number(call.fields.new_price)
    if (isNight(now)) return refuse('A070000000')
    if (trader.changesAmount === false) return refuse('A072000001')
    if (!transaction || !isPossible('change_amount', transaction)) return refuse('A073000001')
    if (transaction.settleMethodDiv !== '0') return refuse('A073000001')
    if (amount === transaction.amount) return refuse('A074000001')
    if (amount > transaction.amount && trader.raisesAmount === false) return refuse('A074000002')
    return take(call, 'change_amount', { amount })
  },

  A01: registerSavedCard,
  A02: (call) => finishThreeD(call, threeDCodes.A02),
  A03: listCards,
  A04: changeCard,
  A05: deleteCard,
  A08: registerToken,
  A09: (call) => finishThreeD(call, threeDCodes.A09),

  A11(call) {
    if (isNight(call.now)) return refuse('A110000000')
    const possible = call.transaction && isPossible('re_authorise', call.transaction)
    return possible ? take(call, 're_authorise') : refuse('A112000002')
  },

  E01(call) {
    const wrongSlip = slipError(call.fields)
    const possible = call.transaction && isPossible('register_shipment', call.transaction)
    if (!possible) return refuse('E011010351')
    return wrongSlip ? refuse(wrongSlip) : registerShipment(call)
  },

  E02(call) {
    const { transaction, fields } = call
    if (!transaction || !isPossible('cancel_shipment', transaction)) return refuse('E021010351')
    const slips = transaction.slips.filter(({ number }) => number !== fields.slip_no)
    if (slips.length === transaction.slips.length) return refuse('E022000001')
    const statusInfo = slips.length > 0 ? status.shipped : status.authorised
    return take(call, 'cancel_shipment', { slips, statusInfo })
  },

  E03(call) {
    const { transaction, fields, now } = call
    const planned = fields.scheduled_shipping_date ?? ''
    if (!transaction || !isPossible('change_date', transaction)) return refuse('E031010351')
    if (planned < tokyoDay(now).replaceAll('-', '')) return refuse('E031010471')
    return take(call, 'change_date', { scheduledShippingDate: planned })
  },
}

function take(call: Call, act: Act, changed: Partial<SandboxTransaction> = {}): Result {
  if (!call.transaction) throw new Error(`${act} needs a transaction`)
  return { ...done, changed: after(act, call.transaction, call.now, 'api', changed) }
}
