import { refuse } from './answer'
import { status } from './life'
import type { Call, Result } from './operations'
import type { SandboxTransaction } from './transaction'

/**
 * A08: クレジット決済登録 with a token of the sandbox's own. No 3-D Secure: a card is authorised at once, or refused with
 * what its token says. The buyer's data is checked and forgotten.
 */
export function registerToken({ trader, fields, transaction, store, tokens, now }: Call): Result {
  if (transaction) return refuse('A082000003')
  const card = tokens.take(trader.code, fields.token ?? '', now)
  if (!card) return refuse('A082000004')
  const planned = fields.scheduled_shipping_date || null
  const statusInfo = card.creditErrorCode ? status.refused : planned ? status.reserved : status.authorised
  const made = newTransaction({
    traderCode: trader.code,
    orderNo: fields.order_no ?? '',
    amount: Number(fields.settle_price),
    statusInfo,
    scheduledShippingDate: planned,
    seq: store.all().length + 1,
    now,
  })
  // A refused number is used up all the same.
  if (card.creditErrorCode)
    return { ...refuse('A082000010', { creditErrorCode: card.creditErrorCode }), changed: made }
  return { errorCode: null, elements: { crdCResCd: made.approvalCode }, changed: made }
}

type Registered = Pick<
  SandboxTransaction,
  'traderCode' | 'orderNo' | 'amount' | 'statusInfo' | 'scheduledShippingDate'
> & { seq: number; now: Date }

function newTransaction({ seq, now, ...registered }: Registered): SandboxTransaction {
  const at = now.toISOString()
  const authorisedAt = registered.statusInfo === status.authorised ? at : null
  const { statusInfo, amount } = registered
  return {
    ...registered,
    settleMethodDiv: '0',
    settleMethod: '9',
    orderDataSeq: String(900_000_000 + seq),
    approvalCode: authorisedAt ? String(seq).padStart(6, '0') : '',
    authorisedAt,
    settledAt: authorisedAt,
    cancelledAt: null,
    renewedAt: at,
    slips: [],
    history: [{ at, by: 'api', act: 'register', statusInfo, amount }],
  }
}
