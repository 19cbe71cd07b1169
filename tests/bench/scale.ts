import type { Duration } from './measure'
import type { Result } from './report'

/** How large and how long a run is. */
export type Scale = {
  duration: Duration
  /** Events of the history that most rows stand on. */
  events: number
  /** The smaller and the larger log or list, where a row is about growth. */
  growth: [number, number]
  /** Requests in the queue. */
  queue: number
  /** Orders, and requests on them, of the smaller and the larger desk whose lists are compared. */
  lists: [number, number]
  /** Requests sent to see whether memory grows. */
  requests: number
  /** Minutes of the soak. */
  soak: number
}

export type Bench = (scale: Scale) => Promise<Result[]>

export const full: Scale = {
  ...{ duration: { warmUp: 6_000, milliseconds: 5_000 }, events: 100_000, growth: [10_000, 1_000_000] },
  ...{ queue: 100_000, lists: [1_000, 1_000_000], requests: 100_000, soak: 10 },
}

/** For the tests: that each runs, verifies and reports, whatever it measures. */
export const brief: Scale = {
  ...{ duration: { warmUp: 50, milliseconds: 250 }, events: 1_000, growth: [500, 1_000] },
  ...{ queue: 500, lists: [1_000, 2_000], requests: 200, soak: 0.2 },
}
