import { z } from 'zod'
import type { KuronekoCall } from '~/platform/prisma/client'
import type { CallFact } from './steps'

const fieldsSchema = z.record(z.string(), z.string())

/** A stored call as the steps look at it. */
export function callFact({ index, function: name, fields, state }: KuronekoCall): CallFact {
  return { index, function: name, fields: fieldsSchema.parse(fields), state }
}
