import type { Answer, Elements } from './answer'
import { refuse } from './answer'
import type { Fault } from './faults'

/** An answer that is well written and untrue, as the fault says. */
export function distort(answer: Answer, fault: Fault | null): Answer {
  switch (fault?.kind) {
    case 'error':
    case 'error_after':
      return refuse(fault.errorCode)
    case 'other_order':
      return withResults(answer, (one) => [{ ...one, orderNo: another(String(one.orderNo)) }])
    case 'other_method':
      return withResults(answer, (one) => [
        { ...one, settleMethodDiv: '1', settleMethod: '21', statusInfo: '3' },
      ])
    case 'two_results':
      return withResults(answer, (one) => [one, { ...one, statusInfo: one.statusInfo === 40 ? 31 : 40 }])
    case 'wrong_count':
      return { ...answer, elements: { ...answer.elements, resultCount: resultsOf(answer).length + 1 } }
    default:
      return answer
  }
}

function withResults(answer: Answer, change: (one: Elements) => Elements[]): Answer {
  const resultData = resultsOf(answer).flatMap(change)
  return { ...answer, elements: { ...answer.elements, resultCount: resultData.length, resultData } }
}

function resultsOf({ elements }: Answer): Elements[] {
  return Array.isArray(elements?.resultData) ? (elements.resultData as Elements[]) : []
}

/** A number that looks like the one asked for. */
function another(orderNo: string): string {
  const last = orderNo.at(-1) === '0' ? '1' : '0'
  return `${orderNo.slice(0, -1)}${last}`
}
