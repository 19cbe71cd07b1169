import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '~/platform/clock'
import type { Database, Transaction } from '~/platform/database.server'
import { decrypt, encrypt } from '~/platform/encryption.server'
import { isKeyName, type Verifier, verifierOf } from './note'

/** How long a key goes on signing beside its successor, so that those who know only it have time to learn the new one. */
export const overlapDays = 30
const overlap = overlapDays * 24 * 60 * 60 * 1000
const purpose = 'mitame audit signing key'

/** A key that signs checkpoints, made by somebody who knows `MITAME_SECRET`. */
export type LogKey = { id: string; verifier: Verifier; privateKey: Uint8Array; createdAt: Date }
/** `forged` are the ids of rows that nobody with the secret wrote. */
export type LogKeys = { keys: LogKey[]; forged: string[] }

type About = { id: string; name: string; publicKey: Uint8Array; createdAt: Date }

/** Every signing key, the oldest first. */
export async function authenticKeys(db: Database | Transaction, secret: string): Promise<LogKeys> {
  const rows = await db.signingKey.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const keys: LogKey[] = []
  const forged: string[] = []
  for (const { privateKey: encrypted, ...row } of rows) {
    const privateKey = decrypt(secret, purpose, encrypted, about(row))
    if (!privateKey) forged.push(row.id)
    else {
      const { id, name, createdAt } = row
      keys.push({
        id,
        createdAt,
        verifier: verifierOf(name, 0x01, Uint8Array.from(row.publicKey)),
        privateKey: Uint8Array.from(privateKey),
      })
    }
  }
  return { keys, forged }
}

/** What each checkpoint names first: the name of the first key, which no later one may differ from. */
export function originOf({ keys }: LogKeys): string | null {
  return keys[0]?.verifier.name ?? null
}

/** Those that sign at a time: the newest, and those whose successor is younger than the overlap. */
export function signingAt({ keys }: LogKeys, now: Date): LogKey[] {
  return keys.filter((_, nth) => {
    const successor = keys[nth + 1]
    return !successor || now.getTime() - successor.createdAt.getTime() < overlap
  })
}

export type KeyMaking = { secret: string; clock: Clock; origin: string | null }

/** Why no checkpoint can be signed: there are keys, and `MITAME_SECRET` opens none of them. */
export class KeysUnreadable extends Error {
  constructor() {
    super('MITAME_SECRET opens none of the keys that sign the audit log')
  }
}

/**
 * The keys, with a first one made where there is none. The caller holds a lock, so that there is only one first.
 * @param origin the first key's name; null for one that is drawn from the key itself
 */
export async function keysForSigning(tx: Transaction, making: KeyMaking): Promise<LogKeys> {
  const found = await authenticKeys(tx, making.secret)
  if (found.keys.length > 0) return found
  if (found.forged.length > 0) throw new KeysUnreadable()
  await makeKey(tx, making)
  return authenticKeys(tx, making.secret)
}

/** A new key of the log's name, which signs from the next checkpoint on. Under the same lock. */
export async function rotateKey(tx: Transaction, making: KeyMaking): Promise<LogKeys> {
  const before = await keysForSigning(tx, making)
  await makeKey(tx, { ...making, origin: originOf(before) })
  return authenticKeys(tx, making.secret)
}

async function makeKey(tx: Transaction, { secret, clock, origin }: KeyMaking): Promise<void> {
  const { secretKey, publicKey } = ed25519.keygen()
  const name = origin ?? `mitame-${bytesToHex(sha256(publicKey)).slice(0, 8)}/audit`
  if (!isKeyName(name)) throw new Error(`a key cannot be named ${JSON.stringify(name)}`)
  const row = { id: uuidv7(), name, publicKey, createdAt: clock.now() }
  const privateKey = encrypt(secret, purpose, secretKey, about(row))
  await tx.signingKey.create({ data: { ...row, publicKey: Buffer.from(publicKey), privateKey } })
}

/** All of a row but the private key itself. */
function about({ id, name, publicKey, createdAt }: About): string {
  return JSON.stringify([id, name, bytesToHex(publicKey), createdAt.toISOString()])
}
