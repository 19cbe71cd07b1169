import type { Verdict } from '~/verdicts/assess'
import { openStates, type RequestState } from './life'

/** The queue's tabs: which requests each shows, and in which order. */
export const queueViews = ['open', 'mine', 'waiting', 'second', 'closed'] as const
export type QueueView = (typeof queueViews)[number]

/** The verdicts that the queue can be narrowed to, the lightest first. */
export const verdicts = ['go', 'look', 'no'] as const satisfies readonly Verdict[]

export const statesOf: Record<QueueView, RequestState[]> = {
  open: ['submitted', 'in_review'],
  mine: openStates,
  waiting: ['needs_info'],
  second: ['awaiting_second'],
  closed: ['applied', 'rejected', 'withdrawn'],
}
