import type { Database, Transaction } from '~/platform/database.server'
import type { Prisma } from '~/platform/prisma/client'

type Db = Database | Transaction

/** A checkpoint as it is published: its note carries the log's own signatures and those of the witnesses. */
export type PublishedCheckpoint = { size: number; root: Uint8Array; note: string; at: Date }

const fields = {
  size: true,
  root: true,
  note: true,
  at: true,
  cosignatures: { select: { line: true }, orderBy: { witness: 'asc' } },
} satisfies Prisma.CheckpointSelect

type Row = Prisma.CheckpointGetPayload<{ select: typeof fields }>

/** The newest one; null while nothing is sealed. */
export async function latestCheckpoint(db: Db): Promise<PublishedCheckpoint | null> {
  return published(await db.checkpoint.findFirst({ select: fields, orderBy: { size: 'desc' } }))
}

/** The one of exactly this size. */
export async function checkpointAt(db: Db, size: number): Promise<PublishedCheckpoint | null> {
  return published(await db.checkpoint.findUnique({ select: fields, where: { size } }))
}

/** The one to prove a leaf by: the newest that a witness has seen, else the newest; null while it is not sealed. */
export async function checkpointToProve(db: Db, leafIndex: number): Promise<PublishedCheckpoint | null> {
  const covering = { size: { gt: leafIndex } }
  const newest = { orderBy: { size: 'desc' }, select: fields } as const
  const seen = await db.checkpoint.findFirst({
    where: { ...covering, cosignatures: { some: {} } },
    ...newest,
  })
  return published(seen ?? (await db.checkpoint.findFirst({ where: covering, ...newest })))
}

function published(row: Row | null): PublishedCheckpoint | null {
  if (!row) return null
  const { cosignatures, note, ...checkpoint } = row
  return { ...checkpoint, note: note + cosignatures.map(({ line }) => `${line}\n`).join('') }
}
