import { openStates, type RequestState } from './life'

/** The queue's tabs: which requests each shows, and in which order. */
export const queueViews = ['open', 'mine', 'waiting', 'second', 'closed'] as const
export type QueueView = (typeof queueViews)[number]

export const statesOf: Record<QueueView, RequestState[]> = {
  open: ['submitted', 'in_review'],
  mine: openStates,
  waiting: ['needs_info'],
  second: ['awaiting_second'],
  closed: ['applied', 'rejected', 'withdrawn'],
}
