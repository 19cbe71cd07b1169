import type { OperationState } from '~/platform/prisma/enums'
import type { Stop } from './wire'

/** The moments at which an operating process is killed, and what becomes of its operations. */

/** One order for each way an operation can go. */
export const ways = ['two slips', 'cancelled', 'more', 'more, refused', 'cancelled there meanwhile'] as const
export type Way = (typeof ways)[number]

/** The writes that can be made to wait; the numbers are these tests' own. */
export const locks = { sending: 1, answered: 2, ending: 3 }
export type Lock = keyof typeof locks

/** The digit of a slip that says the how manieth of its order it is, from 0. */
export const slipPlace = 10

export type Moment = {
  title: string
  /** The write that waits. */
  lock?: Lock
  /** Where calls stand still. */
  stop?: (fields: Record<string, string>) => Stop | null
  /** When Kuroneko gets what stood still on its way there, if it ever does. */
  late?: 'before it is settled' | 'after it was settled'
  /** Where the processes that settle are killed in their turn. */
  again?: Lock[]
  /** The ways that are gone, and what becomes of each operation. */
  ends: Partial<Record<Way, OperationState>>
  /** The orders that differ from Kuroneko afterwards. */
  drifts: Way[]
}

/** What an operation comes to that Kuroneko has carried out and whose answer is lost. */
const byInquiry = {
  'two slips': 'done',
  cancelled: 'done',
  more: 'done',
  'more, refused': 'not_done',
  'cancelled there meanwhile': 'not_done',
} as const
const nothing = {
  'two slips': 'not_done',
  cancelled: 'not_done',
  more: 'not_done',
  'more, refused': 'not_done',
  'cancelled there meanwhile': 'not_done',
} as const
const meanwhile: Way[] = ['cancelled there meanwhile']
/** 決済失敗 differs from a payment that stands at Kuroneko. */
const failed: Way[] = ['more, refused', ...meanwhile]

export const moments: Moment[] = [
  {
    title: 'between the intent and the call',
    lock: 'sending',
    ends: { ...byInquiry, 'more, refused': 'failed', 'cancelled there meanwhile': 'failed' },
    drifts: failed,
  },
  {
    title: 'while a call that never arrives is on its way',
    stop: () => 'request',
    ends: nothing,
    drifts: meanwhile,
  },
  {
    title: 'while a call is on its way that arrives late',
    stop: () => 'request',
    late: 'before it is settled',
    ends: byInquiry,
    drifts: meanwhile,
  },
  {
    title: 'while a call is on its way that arrives when nobody reckons with it any more',
    stop: () => 'request',
    late: 'after it was settled',
    ends: nothing,
    drifts: ['two slips', 'cancelled', 'more', ...meanwhile],
  },
  {
    title: 'while the answer is on its way, and twice again while that is settled',
    stop: () => 'answer',
    again: ['answered', 'ending'],
    ends: byInquiry,
    drifts: meanwhile,
  },
  {
    title: 'between the answer and its being written down',
    lock: 'answered',
    ends: byInquiry,
    drifts: meanwhile,
  },
  {
    title: 'between the answer and the outcome',
    lock: 'ending',
    ends: { ...byInquiry, 'more, refused': 'failed', 'cancelled there meanwhile': 'done' },
    drifts: failed,
  },
  {
    title: 'between two slips',
    stop: ({ slip_no }) => (slip_no?.at(slipPlace) === '1' ? 'request' : null),
    ends: { 'two slips': 'not_done' },
    drifts: [],
  },
]
