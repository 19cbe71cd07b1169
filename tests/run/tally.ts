export type Tally = {
  passed: number
  failed: number
  skipped?: number
  /** What went wrong, in full. */
  failures: string[]
}
