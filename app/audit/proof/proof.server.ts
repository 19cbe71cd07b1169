import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Database, Transaction } from '~/platform/database.server'
import { type Desk, permits } from '~/staff/desk.server'
import type { EventAction } from '../events'
import { internalWords } from '../read.server'
import { recordOnChain } from '../record.server'
import { checkpointToProve } from '../seal/checkpoints.server'
import { leafHash, verifyInclusion } from '../seal/merkle'
import { type Sealing, sealNow, TreeBroken } from '../seal/sealer.server'
import { inclusionProof, TreeIncomplete } from '../seal/tree.server'
import { formatProof, type ProofFile, proofExtension, type SaltedWords } from './proof-file'
import { findProvable, type ProvableEvent } from './provable.server'

/** Who takes a proof, and what the log is sealed with where the event is not sealed yet. */
export type Proving = { desk: Desk; sealing: Pick<Sealing, 'secret' | 'origin'> }

export type TakenProof =
  | { ok: true; name: string; text: string }
  /** `unprovable`: what is stored is not what was sealed, or could not be sealed; verification names it. */
  | { ok: false; refusal: 'not_found' | 'unprovable' }

/**
 * The proof of one event, as a file with its name. That it was taken is an event itself, on the same chain. An event
 * that is not sealed yet is sealed first.
 */
export async function takeProof({ desk, sealing }: Proving, eventId: string): Promise<TakenProof> {
  const found = await findProvable(desk, eventId)
  if (!found) return { ok: false, refusal: 'not_found' }
  const { db, clock } = desk
  if ((await leafIndexOf(db, found)) === null) await unlessBroken(sealNow({ db, clock, ...sealing }))
  return db.$transaction(async (tx) => {
    const proof = await proofOf(desk, tx, found)
    await recordTaking(desk, tx, found, proof?.size ?? null)
    if (!proof) return { ok: false, refusal: 'unprovable' }
    return { ok: true, name: fileName(found), text: formatProof(proof.file) }
  })
}

async function leafIndexOf(db: Database | Transaction, { id }: ProvableEvent): Promise<number | null> {
  const leaf = await db.eventLeaf.findUnique({ where: { eventId: id }, select: { leafIndex: true } })
  return leaf?.leafIndex ?? null
}

/** Null where the event as it stands is not in the tree. */
async function proofOf(
  desk: Desk,
  tx: Transaction,
  event: ProvableEvent,
): Promise<{ file: ProofFile; size: number } | null> {
  const index = await leafIndexOf(tx, event)
  const checkpoint = index === null ? null : await checkpointToProve(tx, index)
  if (index === null || !checkpoint) return null
  const { size, root, note } = checkpoint
  const { text, action } = await tx.orderEvent.findUniqueOrThrow({
    where: { id: event.id },
    select: { text: true, action: true },
  })
  const path = await unlessBroken(inclusionProof(tx, index, size))
  if (!path || !verifyInclusion(leafHash(utf8ToBytes(text)), index, size, path, root)) return null
  const words = await readableWords(desk, tx, event.id, action)
  return { file: { event: text, words, index, path, note }, size }
}

/** Null where the tree that is stored is not the one that was signed. */
async function unlessBroken<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof TreeBroken || error instanceof TreeIncomplete) return null
    throw error
  }
}

/** What was written, where this person may read it and it is still there. */
async function readableWords(
  desk: Desk,
  tx: Transaction,
  eventId: string,
  action: string,
): Promise<SaltedWords | null> {
  if (isInternal(action) && !permits(desk, 'notes.see')) return null
  const row = await tx.orderEventWords.findUnique({
    where: { eventId },
    select: { salt: true, words: true },
  })
  return row?.words != null && row.salt !== null ? { salt: row.salt, words: row.words } : null
}

function isInternal(action: string): boolean {
  return internalWords.some((internal: EventAction) => internal === action)
}

/** @param size the tree's that the proof is of; null where there was no proof */
async function recordTaking(
  { actor, clock, via }: Desk,
  tx: Transaction,
  event: ProvableEvent,
  size: number | null,
): Promise<void> {
  const taken = {
    action: 'audit.proof_taken' as const,
    at: clock.now(),
    actor: { id: actor.id, role: actor.role },
    via,
    requestId: event.owner.kind === 'request' ? event.owner.id : null,
    details: { event: event.id, seq: event.seq, size },
  }
  await recordOnChain(tx, event.owner, [
    size === null ? { ...taken, outcome: 'refused', refusal: 'unprovable' } : { ...taken, outcome: 'done' },
  ])
}

/** `P251104000311888021-e7.tlog-proof` */
function fileName({ chainName, seq }: ProvableEvent): string {
  return `${chainName.replaceAll(/[^\w.-]/g, '_')}-e${seq}${proofExtension}`
}
