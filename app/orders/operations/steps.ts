import type { Answered } from '~/kuroneko/inquiry'
import type { CallState } from '~/platform/prisma/enums'

/** One call of an operation as it stands. */
export type CallFact = {
  index: number
  /** Kuroneko's function, A06. */
  function: string
  fields: Record<string, string>
  state: CallState
}

/** What to do next for an operation, by its calls alone; whoever takes it up after a crash comes to the same. */
export type Step =
  | { step: 'send'; call: CallFact }
  /** An inquiry says what became of it. */
  | { step: 'ask'; call: CallFact }
  /** Takes back a slip that was registered, since another one was refused. */
  | { step: 'take_back'; slipNumber: string }
  | { step: 'finish'; outcome: 'done' | 'not_done' }

/**
 * The next step. Calls are sent in their order, each once; what has no outcome is asked about before anything else;
 * after a refusal nothing more is sent but what takes back the rest (`kuroneko.md` §4, Several deliveries).
 */
export function nextStep(calls: CallFact[]): Step {
  const open = calls.find(({ state }) => state === 'sent' || state === 'unknown')
  if (open) return { step: 'ask', call: open }
  const failed = calls.some(({ state }) => state === 'refused' || state === 'not_done')
  if (failed) return takeBack(calls)
  const planned = calls.find(({ state }) => state === 'planned')
  if (planned) return { step: 'send', call: planned }
  return { step: 'finish', outcome: 'done' }
}

function takeBack(calls: CallFact[]): Step {
  const undoing = calls.filter((call) => call.function === 'E02')
  const waiting = undoing.find(({ state }) => state === 'planned')
  if (waiting) return { step: 'send', call: waiting }
  const taken = new Set(undoing.map(({ fields }) => fields.slip_no))
  const registered = calls.find(
    (call) => call.function === 'E01' && call.state === 'done' && !taken.has(call.fields.slip_no),
  )
  const slipNumber = registered?.fields.slip_no
  return slipNumber ? { step: 'take_back', slipNumber } : { step: 'finish', outcome: 'not_done' }
}

/** 精算確定待ち and 精算確定. */
const shipped = [30, 31]
const cancelled = 40

/** The buyer is not through. */
const begun = [0, 1, 20, 21]
/** Not authorised, and that for good: the number is used up. */
const notAuthorised = [11, 12, 13, 14]

export type Settled = 'done' | 'refused' | 'not_done' | 'unclear'

/**
 * What an answer to an inquiry says about a call without an outcome: carried out, refused or not carried out, or none
 * of these, because the transaction moved on by other ways meanwhile.
 */
export function settledBy(call: CallFact, answer: Answered): Settled {
  const { statusInfo, amount, slipNumbers } = answer
  switch (call.function) {
    case 'A06':
      if (statusInfo === cancelled) return 'done'
      return [4, 5, ...shipped].includes(statusInfo) ? 'not_done' : 'unclear'
    case 'A07':
      if (amount === null) return 'unclear'
      if (amount === Number(call.fields.new_price)) return 'done'
      return amount === Number(call.fields.old_price) && statusInfo === 4 ? 'not_done' : 'unclear'
    case 'E01':
      if (shipped.includes(statusInfo) && slipNumbers.includes(call.fields.slip_no ?? '')) return 'done'
      if (statusInfo === 4) return 'not_done'
      return shipped.includes(statusInfo) && slipNumbers.length > 0 ? 'not_done' : 'unclear'
    case 'E02':
      if (statusInfo === 4) return 'done'
      if (statusInfo !== 30) return 'unclear'
      return slipNumbers.includes(call.fields.slip_no ?? '') ? 'not_done' : 'done'
    case 'A01':
    case 'A02':
    case 'A08':
    case 'A09':
      if (begun.includes(statusInfo)) return 'not_done'
      if (notAuthorised.includes(statusInfo)) return 'refused'
      return [4, ...shipped].includes(statusInfo) && amount === Number(call.fields.settle_price)
        ? 'done'
        : 'unclear'
    default:
      return 'unclear'
  }
}
