import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from './bytes'

/** Signed notes (C2SP signed-note) with Ed25519 signatures and cosignatures (C2SP tlog-cosignature), everywhere. */

/** `0x01` signs the note's text; `0x04` is a witness's, over the text and the time. */
export type SignatureType = 0x01 | 0x04

/** One signature line, unchecked. `signature` is what follows the key's id. */
export type NoteSignature = { name: string; keyId: string; signature: Uint8Array; line: string }
export type Note = { text: string; signatures: NoteSignature[] }

/** A public key under its name. `keyId` is 8 hexadecimal digits. */
export type Verifier = { name: string; keyId: string; type: SignatureType; publicKey: Uint8Array }
/** A private key, 32 bytes, under its name. */
export type Signer = { name: string; privateKey: Uint8Array }

/** A signature that was checked. `at` is when the witness saw the tree, in seconds since 1970; null for type `0x01`. */
export type Verified = { name: string; keyId: string; at: number | null; line: string }

const mark = '\u2014 '
/** More signatures than any note of ours; a note beyond is not read. */
const mostSignatures = 100

/** Splits a note into its text and signature lines; null if it is none. */
export function parseNote(note: string): Note | null {
  if (!note.isWellFormed() || [...note].some(isControl) || !note.endsWith('\n')) return null
  const split = note.lastIndexOf('\n\n')
  if (split < 0) return null
  const lines = note.slice(split + 2, -1).split('\n')
  const signatures = lines.map(parseSignature)
  if (lines.length > mostSignatures || !signatures.every((signature) => signature !== null)) return null
  return { text: note.slice(0, split + 1), signatures }
}

const isControl = (character: string) => character < ' ' && character !== '\n'

/** The note of a text, which ends in a newline, and signature lines without theirs. */
export function formatNote(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.map((line) => `${line}\n`).join('')}`
}

/** Reads one signature line, without its newline; null if it is none. */
export function parseSignature(line: string): NoteSignature | null {
  if (!line.startsWith(mark)) return null
  const [name = '', encoded = '', ...more] = line.slice(mark.length).split(' ')
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || !bytes || bytes.length < 5 || more.length > 0) return null
  return { name, keyId: bytesToHex(bytes.subarray(0, 4)), signature: bytes.subarray(4), line }
}

/** Whether a key may have this name: no spaces, no plus. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name)
}

/** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), hex. */
export function keyIdOf(name: string, type: SignatureType, publicKey: Uint8Array): string {
  const hash = sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(type), publicKey))
  return bytesToHex(hash.subarray(0, 4))
}

export function verifierOf(name: string, type: SignatureType, publicKey: Uint8Array): Verifier {
  return { name, keyId: keyIdOf(name, type, publicKey), type, publicKey }
}

/** Reads a verifier key, `name+id+key`; null for what is none, or is of another kind than these two. */
export function parseVkey(vkey: string): Verifier | null {
  const [name = '', keyId = '', ...encoded] = vkey.split('+')
  const bytes = fromBase64(encoded.join('+'))
  const type = bytes?.[0]
  if (!isKeyName(name) || bytes?.length !== 33 || (type !== 0x01 && type !== 0x04)) return null
  const verifier = verifierOf(name, type, bytes.subarray(1))
  return verifier.keyId === keyId ? verifier : null
}

export function formatVkey({ name, keyId, type, publicKey }: Verifier): string {
  return `${name}+${keyId}+${toBase64(concatBytes(Uint8Array.of(type), publicKey))}`
}

/** The signature line of a key of type `0x01`. */
export function signLine(text: string, { name, privateKey }: Signer): string {
  const keyId = keyIdOf(name, 0x01, ed25519.getPublicKey(privateKey))
  return lineOf(name, keyId, ed25519.sign(utf8ToBytes(text), privateKey))
}

function lineOf(name: string, keyId: string, signature: Uint8Array): string {
  const id = Uint8Array.from(keyId.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  return `${mark}${name} ${toBase64(concatBytes(id, signature))}`
}

/**
 * The note's signatures by the keys that are trusted; those of unknown keys are passed over.
 * @returns null where one of a trusted key is wrong, or there is none at all: the text then counts for nothing
 */
export function verifyNote(note: Note, trusted: readonly Verifier[]): Verified[] | null {
  const verified: Verified[] = []
  for (const signature of note.signatures) {
    const key = trusted.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId)
    if (!key) continue
    const at = verifySignature(note.text, signature.signature, key)
    if (at === undefined) return null
    verified.push({ name: key.name, keyId: key.keyId, at, line: signature.line })
  }
  return verified.length > 0 ? verified : null
}

/** Undefined where it is wrong; else when it was made, as far as it says. */
function verifySignature(
  text: string,
  signature: Uint8Array,
  { type, publicKey }: Verifier,
): number | null | undefined {
  if (type === 0x01) return isSignature(signature, text, publicKey) ? null : undefined
  if (signature.length !== 72) return undefined
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  const message = cosignedMessage(text, Number(time))
  return isSignature(signature.subarray(8), message, publicKey) ? Number(time) : undefined
}

/** What a witness signs. @param at seconds since 1970 */
export function cosignedMessage(text: string, at: number): string {
  return `cosignature/v1\ntime ${at}\n${text}`
}

/** RFC 8032 to the letter: no key and no point that has a second spelling. */
function isSignature(signature: Uint8Array, message: string, publicKey: Uint8Array): boolean {
  if (signature.length !== 64) return false
  return ed25519.verify(signature, utf8ToBytes(message), publicKey, { zip215: false })
}
