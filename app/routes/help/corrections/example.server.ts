import { parsePaste } from '~/corrections/paste/parse'
import { printTemplate } from '~/corrections/paste/print'
import { exampleReason } from '~/corrections/wishes'

/** A post as it can be pasted, and what is read from it: printed and read by what does so for everybody. */
export function pasteExample() {
  const text = printTemplate({
    orderNumber: 'P260115123456789012',
    paymentStatus: 'cancelled',
    shippingStatus: 'cancelled',
    kuronekoStatus: 'cancelled',
    kuronekoWords: null,
    reason: exampleReason,
  })
  const [read] = parsePaste(text).requests
  if (!read) throw new Error('The example of the help is not read')
  const { orderNumber, paymentStatus, shippingStatus, kuronekoStatus, reason } = read
  return { text, read: { orderNumber, paymentStatus, shippingStatus, kuronekoStatus, reason } }
}
