import { unchanged } from './wishes'

/** What a form shows of its rules before anything is checked, apart from the schemas and their library. */

/** A batch is at most what people know from the platform's own bulk screens. */
export const maxRows = 100
export const maxReason = 2000

/** Statuses that the platform reaches by itself, which nobody can wish for (`verdicts.md`). */
export const wishablePayments = ['authorized', 'captured', 'cancelled', unchanged] as const
