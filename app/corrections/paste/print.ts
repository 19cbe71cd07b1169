import { claimLabels, paymentWishLabels, shippingWishLabels } from '~/corrections/wishes'
import { formLabel } from './fields'
import { literalMark } from './lines'
import { parsePaste } from './parse'
import type { ParsedRequest } from './parsed-request'

/** What a request says, without how it was read. */
export type Printable = Omit<ParsedRequest, 'sources' | 'problems'>

const opening = '次の注文について、見た目上のステータス変更をお願いします。'

/**
 * The request in the template's form. `parsePaste` reads it back the same: words that would be read otherwise (a reason
 * of several lines, or one that holds a label) stand below their label, each line behind 「　｜」. Line breaks become LF.
 */
export function printTemplate(request: Printable): string {
  const { orderNumber, paymentStatus, shippingStatus } = request
  return [
    opening,
    labelled('orderNumber', orderNumber ?? ''),
    labelled('paymentStatus', paymentStatus ? paymentWishLabels[paymentStatus].ja : ''),
    labelled('shippingStatus', shippingStatus ? shippingWishLabels[shippingStatus].ja : ''),
    printClaim(request),
    printReason(request.reason),
  ].join('\n')
}

function printClaim({ kuronekoStatus, kuronekoWords }: Printable): string {
  if (!kuronekoStatus) return labelled('kuronekoStatus', '')
  const label = labelled('kuronekoStatus', claimLabels[kuronekoStatus].ja)
  if (kuronekoWords === null) return label
  const plain = labelled('kuronekoStatus', kuronekoWords)
  const [read] = parsePaste(plain).requests
  const reads = read?.kuronekoStatus === kuronekoStatus && read.kuronekoWords === kuronekoWords
  return reads && readsAlone(plain) ? plain : `${label}\n${literally(kuronekoWords)}`
}

function printReason(reason: string | null): string {
  if (reason === null) return labelled('reason', '')
  const plain = labelled('reason', reason)
  const reads = parsePaste(plain).requests[0]?.reason === reason
  return reads && readsAlone(plain) ? plain : `${labelled('reason', '')}\n${literally(reason)}`
}

/** Whether a line makes one request of one field and nothing else, so that it means the same wherever it stands. */
function readsAlone(line: string): boolean {
  const { requests, problems } = parsePaste(line)
  const [only] = requests
  return (
    !line.includes('\n') &&
    requests.length === 1 &&
    problems.length === 0 &&
    Object.keys(only?.sources ?? {}).length === 1
  )
}

function literally(words: string): string {
  return words
    .split(/\r\n|\n|\r/u)
    .map((line) => `${literalMark}${line}`)
    .join('\n')
}

function labelled(field: keyof typeof formLabel, value: string): string {
  return `・${formLabel[field]}:${value}`
}
