import type { Database } from '~/platform/database.server'

export type Seal = { size: number; at: Date; note: string }

/** The first signed checkpoint that covers an event; null while it is not sealed. */
export async function sealedBy(db: Database, chainId: string, seq: number): Promise<Seal | null> {
  const leaf = await db.eventLeaf.findUnique({
    where: { chainId_seq: { chainId, seq } },
    select: { leafIndex: true },
  })
  if (leaf?.leafIndex == null) return null
  return db.checkpoint.findFirst({
    where: { size: { gt: leaf.leafIndex } },
    orderBy: { size: 'asc' },
    select: { size: true, at: true, note: true },
  })
}
