/** A month of the log by UTC, `2019-01`: what one partition holds, and one archive. */
export type Month = string

/** The month that these words name; null for what is none. */
export function parseMonth(words: string): Month | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(words) ? words : null
}

/** The moment at which the month is over, or was over that many months ago. */
export function endOf(month: Month, monthsAgo = 0): Date {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number + monthsAgo, 1))
}

export function partitionOf(month: Month): string {
  return `order_event_${month.replace('-', '_')}`
}

export function fileNameOf(month: Month): string {
  return `mitame-audit-${month}.jsonl.gz`
}
