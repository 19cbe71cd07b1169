import type { Measured } from '../measure'

/** What was acknowledged, by the events that have to tell of it. */
export type Acknowledged = {
  action: string
  /** The request that it was about; for an imported order its number. */
  about: string
}

/** Keeps what people were told that it is done, and how long they waited for each answer. */
export class Book {
  readonly acknowledged: Acknowledged[] = []
  /** Acts that were begun, acknowledged or not, by action and what they were about. */
  readonly begun = new Map<string, number>()
  private readonly times = new Map<string, number[]>()
  readonly startedAt = new Date()
  private readonly since = performance.now()
  /** Answers that were asked for again because the database was away. */
  again = 0
  /** Acts that the desk refused, as it may: others were quicker, or what was seen has moved. */
  refused = 0

  begin({ action, about }: Acknowledged): void {
    const key = keyOf({ action, about })
    this.begun.set(key, (this.begun.get(key) ?? 0) + 1)
  }

  took(name: string, milliseconds: number): void {
    const times = this.times.get(name)
    if (times) times.push(milliseconds)
    else this.times.set(name, [milliseconds])
  }

  /** For each thing that people did: how often, and how long half and 99 % of them waited at most. */
  measured(): { name: string; measured: Measured }[] {
    const seconds = (performance.now() - this.since) / 1_000
    return [...this.times].map(([name, times]) => {
      const sorted = times.toSorted((a, b) => a - b)
      const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
      const calls = sorted.length
      return { name, measured: { calls, perSecond: calls / seconds, p50: at(0.5), p99: at(0.99) } }
    })
  }
}

export const keyOf = ({ action, about }: Acknowledged) => `${action} ${about}`
