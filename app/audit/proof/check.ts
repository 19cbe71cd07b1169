import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { parseCheckpoint } from '../seal/checkpoint'
import { leafHash, verifyInclusion } from '../seal/merkle'
import { type Note, parseNote, type Verified, type Verifier, verifyNote } from '../seal/note'
import { type ProvenEvent, readEventText } from './event-text'
import { type ProofFile, parseProof, type SaltedWords, textOf } from './proof-file'

/** Whose signature: the key's name, and its id in 8 hexadecimal digits. */
export type KeyName = { name: string; keyId: string }

/** Why a file proves nothing. */
export type ProofFault =
  /** Not a proof, or not to the letter. */
  | { kind: 'malformed' }
  /** The event's text is none that Mitame writes. */
  | { kind: 'event' }
  /** The signed note is none of a tree. */
  | { kind: 'checkpoint' }
  /** The event does not stand at its place in the tree that was signed. */
  | { kind: 'not_included' }
  /** A given key did not sign this. */
  | { kind: 'signature' }
  /** None of the given keys is the log's; these are the keys that are said to have signed. */
  | { kind: 'unknown_key'; signers: KeyName[] }
  /** The words are not those that were written at this event. */
  | { kind: 'words' }

/** What cannot be told from a proof that holds. */
export const unproven = [
  'later',
  'newest',
  'truth',
  'identity',
  'clock',
  'words_withheld',
  'unwitnessed',
] as const
export type Unproven = (typeof unproven)[number]

/** What a proof that holds says. */
export type Proven = {
  event: ProvenEvent
  /** The event's exact text, and its place in the log, from 0. */
  text: string
  index: number
  leafHash: string
  /** `withheld` where something was written and the file does not say what. */
  words: { kind: 'none' | 'withheld' } | { kind: 'shown'; words: string }
  log: { origin: string; size: number; root: string }
  /** The log's own keys that signed, of those given. */
  signedBy: KeyName[]
  /** Given witnesses that saw this tree; seconds since 1970. */
  witnesses: (KeyName & { at: number })[]
  /** Signatures by keys that were not given. */
  unchecked: KeyName[]
  notProven: Unproven[]
}

export type Checked = { ok: true; proven: Proven } | { ok: false; faults: ProofFault[] }

/**
 * Checks a proof against the keys that are trusted: the log's (type 0x01) and witnesses' (type 0x04). Never throws;
 * everything that is wrong is named, unless the file cannot be read at all.
 */
export function checkProof(file: string | Uint8Array, trusted: readonly Verifier[]): Checked {
  const text = typeof file === 'string' ? file : textOf(file)
  const proof = text === null ? null : parseProof(text)
  if (!proof) return { ok: false, faults: [{ kind: 'malformed' }] }
  const event = readEventText(proof.event)
  const note = parseNote(proof.note)
  const log = note && parseCheckpoint(note.text)
  if (!event || !note || !log) {
    const faults: ProofFault[] = [...(event ? [] : [{ kind: 'event' } as const])]
    return { ok: false, faults: note && log ? faults : [...faults, { kind: 'checkpoint' }] }
  }
  const { index, path } = proof
  const leaf = leafHash(utf8ToBytes(proof.event))
  const words: ProofFault[] = wordsFit(event, proof.words) ? [] : [{ kind: 'words' }]
  if (!verifyInclusion(leaf, index, log.size, path, log.root)) {
    // Whoever signed it, it says nothing of this event.
    return { ok: false, faults: [{ kind: 'not_included' }, ...words] }
  }
  const signed = signatures(note, log.origin, trusted)
  if ('kind' in signed) return { ok: false, faults: [signed, ...words] }
  if (words.length > 0) return { ok: false, faults: words }
  const tree = { origin: log.origin, size: log.size, root: bytesToHex(log.root) }
  return {
    ok: true,
    proven: provenBy(proof, { event, index, leafHash: bytesToHex(leaf), log: tree, ...signed }),
  }
}

type Signed = Pick<Proven, 'signedBy' | 'witnesses' | 'unchecked'>

function signatures(note: Note, origin: string, trusted: readonly Verifier[]): Signed | ProofFault {
  const given = note.signatures.filter((one) => trusted.some((key) => isSame(key, one)))
  const verified = verifyNote(note, trusted) ?? []
  if (verified.length < given.length) return { kind: 'signature' }
  const signedBy = verified.filter(({ name, at }) => at === null && name === origin).map(keyName)
  if (signedBy.length === 0) return { kind: 'unknown_key', signers: note.signatures.map(keyName) }
  return {
    signedBy,
    witnesses: verified.filter(isWitness).map((witness) => ({ ...keyName(witness), at: witness.at })),
    unchecked: note.signatures.filter((one) => !given.includes(one)).map(keyName),
  }
}

const isSame = (one: KeyName, other: KeyName) => one.name === other.name && one.keyId === other.keyId
const isWitness = (verified: Verified): verified is Verified & { at: number } => verified.at !== null
const keyName = ({ name, keyId }: KeyName): KeyName => ({ name, keyId })

/** Whether these words are what the event's digest stands for; none may be given where there is none. */
function wordsFit({ words: digest }: ProvenEvent, given: SaltedWords | null): boolean {
  if (!given) return true
  return bytesToHex(sha256(utf8ToBytes(`${given.salt}\n${given.words}`))) === digest
}

function provenBy(
  { event: text, words: given }: ProofFile,
  found: Omit<Proven, 'text' | 'words' | 'notProven'>,
): Proven {
  const words: Proven['words'] = given
    ? { kind: 'shown', words: given.words }
    : { kind: found.event.words === null ? 'none' : 'withheld' }
  const settled: Partial<Record<Unproven, boolean>> = {
    words_withheld: words.kind !== 'withheld',
    unwitnessed: found.witnesses.length > 0,
  }
  return { ...found, text, words, notProven: unproven.filter((each) => !settled[each]) }
}
