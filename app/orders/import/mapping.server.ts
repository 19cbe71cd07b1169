import { z } from 'zod'
import type { Transaction } from '~/platform/database.server'
import { importFields, type Mapping, proposeMapping, sameHeading } from './fields'

export const mappingSchema = z.partialRecord(z.enum(importFields), z.string().trim().max(100))

/**
 * How this shop's columns map: what was saved with its last import, where the file still has those headings; else what
 * the headings suggest.
 */
export async function readMapping(tx: Transaction, shopId: string, headings: string[]): Promise<Mapping> {
  const shop = await tx.shop.findUnique({ where: { id: shopId }, select: { importMapping: true } })
  const saved = mappingSchema.safeParse(shop?.importMapping)
  const proposal = proposeMapping(headings)
  if (!saved.success) return proposal
  const pairs = importFields.flatMap((field): [string, string][] => {
    const wanted = saved.data[field]
    if (!wanted) return []
    const heading = headings.some((name) => sameHeading(name, wanted)) ? wanted : proposal[field]
    return heading ? [[field, heading]] : []
  })
  return Object.fromEntries(pairs)
}
