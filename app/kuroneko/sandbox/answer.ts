import { XMLBuilder } from 'fast-xml-parser'
import { writeWireTime } from '../wire-time'
import type { SandboxTransaction } from './transaction'

type Element = string | number | Element[] | { [name: string]: Element }
/** The children of the answer's root, without those common to all. */
export type Elements = { [name: string]: Element }

/** What an operation comes to: an error code, or what the answer tells beside the common elements. */
export type Answer = { errorCode: string; elements?: Elements } | { errorCode: null; elements?: Elements }

export const done: Answer = { errorCode: null }

export function refuse(errorCode: string, elements?: Elements): Answer {
  return { errorCode, ...(elements && { elements }) }
}

const builder = new XMLBuilder({ suppressEmptyNode: false })

/** The whole document, as Kuroneko writes it: one root, flat children, lists as repeated children. */
export function writeAnswer({ errorCode, elements }: Answer, now: Date): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({
    return: {
      returnCode: errorCode ? '1' : '0',
      errorCode: errorCode ?? '',
      returnDate: writeWireTime(now),
      ...elements,
    },
  })}`
}

/** The answer to E04 about these transactions. */
export function tradeInfo(transactions: SandboxTransaction[]): Answer {
  const elements = { resultCount: transactions.length, resultData: transactions.map(resultData) }
  return { errorCode: null, elements }
}

function resultData(transaction: SandboxTransaction): Elements {
  const { slips } = transaction
  return {
    orderNo: transaction.orderNo,
    deviceDiv: '2',
    settleDate: wire(transaction.settledAt),
    orderDataSeq: transaction.orderDataSeq,
    settlePrice: transaction.amount,
    settleMethodDiv: transaction.settleMethodDiv,
    settleMethod: transaction.settleMethod,
    statusInfo: transaction.statusInfo,
    memberId: transaction.memberId ?? '',
    payWay: '1',
    crdCResCd: transaction.approvalCode,
    crdCResDate: wire(transaction.authorisedAt),
    threeDCode: transaction.threeDCode ?? (transaction.authorisedAt ? '0000' : ''),
    slipNo: slips.length > 0 ? slips.map(({ number }) => number) : '',
    deliveryServiceCode: slips[0]?.service ?? '',
    slipDate: wire(slips.at(-1)?.registeredAt ?? null),
    scheduledShippingDate: transaction.scheduledShippingDate ?? '',
    cancelDate: wire(transaction.cancelledAt),
    renewalDate: wire(transaction.renewedAt),
  }
}

function wire(at: string | null): string {
  return at ? writeWireTime(new Date(at)) : ''
}
