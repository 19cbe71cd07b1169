import { z } from 'zod'
import type { Outcome } from './inquiry'
import { readWireTime } from './wire-time'
import { xmlReader } from './xml.server'

const rootOf = xmlReader({ lists: ['resultData', 'resultData.slipNo'], entities: 500 })

/** An element's text; an absent or empty one, or one that holds only white space, is ''. */
const text = z
  .string()
  .optional()
  .transform((value) => (value?.trim() ? value : ''))
const time = text.transform((value) => readWireTime(value.trim()))
/** Plain text, several elements, or one that groups several. */
const slip = z
  .union([z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))])
  .transform((value) => (typeof value === 'string' ? [value] : Object.values(value).flat()))

const result = z.object({
  orderNo: text,
  settleMethodDiv: text,
  statusInfo: text,
  settlePrice: text.refine((value) => /^\d{0,9}$/.test(value)),
  settleDate: time,
  crdCResDate: time,
  cancelDate: time,
  renewalDate: time,
  slipNo: z.array(slip).default([]),
})
type Result = z.output<typeof result>

const answer = z.object({
  returnCode: z.enum(['0', '1']),
  errorCode: text,
  resultCount: z.string().optional(),
  resultData: z.array(z.union([result, z.literal('').transform(() => null)])).default([]),
})

/**
 * What an answer to E04 says about that number. It counts only if it is about the same order and a card payment
 * (kuroneko.md §3); whatever does not is unknown.
 * @param xml the body of an HTTP 200
 */
export function readAnswer(xml: string, orderNumber: string): Outcome {
  const parsed = answer.safeParse(rootOf(xml))
  if (!parsed.success) return unknown('malformed')
  const { returnCode, errorCode, resultCount = '', resultData } = parsed.data
  if (returnCode === '1' || errorCode) return refused(errorCode)
  if (!/^\d{1,3}$/.test(resultCount)) return unknown('malformed')
  const results = resultData.filter((found) => found !== null)
  if (results.length !== resultData.length || Number(resultCount) !== results.length)
    return unknown('ambiguous')
  if (results.length === 0) return { kind: 'not_found' }
  return readResults(results, orderNumber)
}

function readResults(results: Result[], orderNumber: string): Outcome {
  const [found, ...more] = results.filter(({ orderNo }) => orderNo === orderNumber)
  if (!found) return unknown('other_order')
  if (more.length > 0) return unknown('ambiguous')
  if (found.settleMethodDiv !== '0') return unknown('other_method')
  if (!/^\d{1,2}$/.test(found.statusInfo)) return unknown('malformed')
  return {
    kind: 'answered',
    statusInfo: Number(found.statusInfo),
    amount: found.settlePrice ? Number(found.settlePrice) : null,
    authorisedAt: found.crdCResDate,
    settledAt: found.settleDate,
    cancelledAt: found.cancelDate,
    renewedAt: found.renewalDate,
    slipNumbers: found.slipNo
      .flat()
      .map((number) => number.trim())
      .filter(Boolean),
  }
}

function refused(errorCode: string): Outcome {
  const code = errorCode.trim().slice(0, 32)
  return { kind: 'unknown', reason: 'refused', ...(code && { errorCode: code }) }
}

function unknown(reason: 'malformed' | 'ambiguous' | 'other_order' | 'other_method'): Outcome {
  return { kind: 'unknown', reason }
}
