import type { ExportedEvent } from './read.server'
import type { Unfit } from './unfit'

/** Writes an export's bytes in one format, a batch of events at a time. */
export type Writer = {
  /** What stands before the first event. */
  begin(): Uint8Array
  write(events: ExportedEvent[]): Uint8Array | Promise<Uint8Array>
  /** What stands behind the last; empty where nothing does. */
  end(): Uint8Array
  /** Characters that could not be written, so far. */
  unfit(): Unfit | null
}
