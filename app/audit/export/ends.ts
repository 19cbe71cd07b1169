/** Why an export ended before its last row; each has its text in `audit:refusals`. */
export const cuts = ['client_gone', 'stopping', 'server_failed', 'unprovable'] as const
export type Cut = (typeof cuts)[number]

/** Nobody takes any more of an export. */
export class ExportCut extends Error {
  override readonly name = 'ExportCut'

  constructor(readonly why: Extract<Cut, 'client_gone' | 'stopping'>) {
    super(`export cut short: ${why}`)
  }
}

/** How an error cuts an export short. By its name: the server and the pages' build have a copy of the class each. */
export function cutBy(error: unknown): Cut {
  // A pipe whose reader has seen enough.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 'client_gone'
  if (!(error instanceof Error) || error.name !== 'ExportCut' || !('why' in error)) return 'server_failed'
  return cuts.find((cut) => cut === error.why) ?? 'server_failed'
}
