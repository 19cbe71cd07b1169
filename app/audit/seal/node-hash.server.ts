import { hash } from 'node:crypto'
import type { Hash } from './merkle'

const entry = Buffer.alloc(65, 1)

/** SHA-256(0x01 ‖ left ‖ right), several times as quick as what the browser has to make do with. */
export function nodeHash(left: Hash, right: Hash): Hash {
  entry.set(left, 1)
  entry.set(right, 33)
  // As text it costs half of what Node takes to hand out bytes.
  return Buffer.from(hash('sha256', entry, 'binary'), 'binary')
}
