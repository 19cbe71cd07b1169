/** Why an export ended before its last row; each has its text in `audit:refusals`. */
export const cuts = ['client_gone', 'stopping', 'server_failed', 'unprovable'] as const
export type Cut = (typeof cuts)[number]

/** Nobody takes any more of an export. */
export class ExportCut extends Error {
  constructor(readonly why: Extract<Cut, 'client_gone' | 'stopping'>) {
    super(`export cut short: ${why}`)
  }
}
