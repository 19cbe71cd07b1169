import { maxRows } from '~/corrections/limits'
import { type Parsed, type ParsedRequest, parsePaste } from '~/corrections/paste/parse'
import { problemSentence } from '~/corrections/paste/problems'
import type { Language } from '~/i18n/languages'
import { emptyRow, type FormRow, isEmptyRow, writeDoubts } from './fields'

/** The most that one paste may hold, in characters; some four hundred requests. */
export const maxText = 100_000

/** A pasted text as rows of the form; what was doubtful stays at its field until somebody has looked. */
export function rowsOfPaste({ requests }: Parsed, language: Language): FormRow[] {
  return requests.map((request) => ({
    orderNumber: request.orderNumber ?? '',
    paymentStatus: request.paymentStatus ?? '',
    shippingStatus: request.shippingStatus ?? '',
    kuronekoStatus: request.kuronekoStatus ?? '',
    kuronekoWords: request.kuronekoStatus === 'other' ? (request.kuronekoWords ?? '') : '',
    reason: request.reason ?? '',
    doubts: writeDoubts(doubtsOf(request, language)),
  }))
}

function doubtsOf({ problems }: ParsedRequest, language: Language) {
  return problems.map((found) => ({
    field: found.field ?? ('orderNumber' as const),
    sentence: problemSentence(found, language),
  }))
}

/** The pasted rows after those that were filled in before; a form holds only so many. */
export function withPasted(rows: readonly FormRow[], pasted: readonly FormRow[]): FormRow[] {
  const filled = rows.filter((row) => !isEmptyRow(row))
  const all = [...filled, ...pasted]
  return all.length > 0 ? all.slice(0, maxRows) : [emptyRow]
}

/** Reads a text that is not too long to read while somebody waits. */
export function readPaste(text: string): Parsed | null {
  return text.trim() === '' || text.length > maxText ? null : parsePaste(text)
}
