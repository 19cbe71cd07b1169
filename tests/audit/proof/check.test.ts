import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Checked, checkProof } from '~/audit/proof/check'
import { readEventText } from '~/audit/proof/event-text'
import { formatProof, parseProof } from '~/audit/proof/proof-file'
import { parseVkey, type Verifier } from '~/audit/seal/note'
import { path } from '../seal/reference-tree'
import {
  aKey,
  checkpoint,
  correction,
  filing,
  logKey,
  nextKey,
  origin,
  partsOf,
  proofOf,
  reason,
  seenAt,
  texts,
  witnessKey,
} from './fixture'

function keys(...vkeys: { vkey: string }[]): Verifier[] {
  return vkeys.map(({ vkey }) => {
    const key = parseVkey(vkey)
    if (!key) throw new Error(`no key: ${vkey}`)
    return key
  })
}
const trusted = keys(logKey)
const check = (file: string | Uint8Array, given = trusted): Checked => checkProof(file, given)
const kinds = (checked: Checked) => (checked.ok ? [] : checked.faults.map(({ kind }) => kind))
const hex = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a proof that holds', () => {
  it('says what the event is, where it stands, and who signed', () => {
    const checked = check(proofOf(correction))
    expect(checked).toMatchObject({
      ok: true,
      proven: {
        event: {
          action: 'order.corrected',
          at: '2026-11-24T00:21:00.000Z',
          actor: { role: 'agent' },
          before: { payment: 'captured' },
          after: { payment: 'cancelled' },
          number: 'P251104000311888021',
        },
        text: texts[correction],
        index: correction,
        leafHash: hex(`\0${texts[correction]}`),
        log: { origin, size: 5 },
        words: { kind: 'none' },
        signedBy: [{ name: origin, keyId: logKey.vkey.split('+')[1] }],
        witnesses: [],
        unchecked: [],
        notProven: ['later', 'newest', 'truth', 'identity', 'clock', 'unwitnessed'],
      },
    })
  })

  it('is one for every event, and is written as the tree of RFC 6962 and the note by hand say', () => {
    for (const index of texts.keys()) {
      const file = proofOf(index)
      expect(check(file).ok).toBe(true)
      const proof = parseProof(file)
      expect(proof && formatProof(proof)).toBe(file)
      expect(proof?.path.map((hash) => Buffer.from(hash))).toEqual(
        path(
          index,
          texts.map((text) => Buffer.from(text)),
        ),
      )
    }
  })

  it('shows the words where they are given, and says where they are not', () => {
    expect(check(proofOf(filing))).toMatchObject({ proven: { words: { kind: 'shown', words: reason } } })
    const without = check(proofOf(filing, { words: null }))
    expect(without).toMatchObject({ ok: true, proven: { words: { kind: 'withheld' } } })
    expect(without.ok && without.proven.notProven).toContain('words_withheld')
  })

  it('names the witnesses and when they saw it, and the signatures that nobody checked', () => {
    const lines = [logKey, nextKey].map((key) => key.signs(checkpoint))
    const file = proofOf(correction, { lines: [...lines, witnessKey.sees(checkpoint, seenAt)] })
    const name = { name: 'witness.example/w1', keyId: witnessKey.vkey.split('+')[1] }
    const all = check(file, keys(logKey, nextKey, witnessKey))
    expect(all).toMatchObject({ proven: { witnesses: [{ ...name, at: seenAt }], unchecked: [] } })
    expect(all.ok && all.proven.signedBy).toHaveLength(2)
    expect(all.ok && all.proven.notProven).not.toContain('unwitnessed')
    const next = { name: origin, keyId: nextKey.vkey.split('+')[1] }
    expect(check(file)).toMatchObject({ proven: { witnesses: [], unchecked: [next, name] } })
  })
})

describe('a proof that does not hold', () => {
  it('was signed by nobody that one knows', () => {
    const signers = [{ name: origin, keyId: logKey.vkey.split('+')[1] }]
    const unknown = { ok: false, faults: [{ kind: 'unknown_key', signers }] }
    expect(check(proofOf(correction), [])).toEqual(unknown)
    expect(check(proofOf(correction), keys(nextKey))).toEqual(unknown)
  })

  it('was signed by a witness only, or in the name of another log', () => {
    const seen = proofOf(correction, { lines: [witnessKey.sees(checkpoint, seenAt)] })
    expect(kinds(check(seen, keys(logKey, witnessKey)))).toEqual(['unknown_key'])
    const other = aKey('other.example/audit', 7)
    expect(kinds(check(proofOf(correction, { lines: [other.signs(checkpoint)] }), keys(other)))).toEqual([
      'unknown_key',
    ])
  })

  it('has a signature of a known key that is wrong, beside a good one', () => {
    const lines = [logKey.signs(checkpoint), nextKey.signs(`${checkpoint}more\n`)]
    expect(kinds(check(proofOf(correction, { lines }), keys(logKey, nextKey)))).toEqual(['signature'])
    expect(check(proofOf(correction, { lines })).ok).toBe(true)
  })

  it('tells of another event, another place, or another path', () => {
    const event = (texts[correction] ?? '').replace('"payment":"cancelled"', '"payment":"captured"')
    expect(kinds(check(proofOf(correction, { event })))).toEqual(['not_included'])
    expect(kinds(check(proofOf(correction, { index: 2 })))).toEqual(['not_included'])
    const { path } = partsOf(correction)
    for (const wrong of [[], path.slice(1), [...path, ...path], path.toReversed()]) {
      expect(kinds(check(proofOf(correction, { path: wrong })))).toEqual(['not_included'])
    }
    expect(kinds(check(proofOf(correction, { index: 5 })))).toEqual(['not_included'])
  })

  it('has other words, words of nothing, or words of which a part passes for the salt', () => {
    const { words } = partsOf(filing)
    const salt = words?.salt ?? ''
    expect(kinds(check(proofOf(filing, { words: { salt, words: `${reason}。` } })))).toEqual(['words'])
    expect(kinds(check(proofOf(correction, { words })))).toEqual(['words'])
    const [first = '', second = ''] = reason.split('\n')
    const shifted = { salt: `${salt}\n${first}`, words: second }
    expect(hex(`${shifted.salt}\n${shifted.words}`)).toBe(hex(`${salt}\n${reason}`))
    expect(kinds(check(proofOf(filing, { words: shifted })))).toEqual(['malformed'])
  })

  it('has everything wrong at once, and says so', () => {
    const { words } = partsOf(filing)
    const lines = [nextKey.signs(checkpoint)]
    expect(kinds(check(proofOf(correction, { words, lines })))).toEqual(['unknown_key', 'words'])
    expect(kinds(check(proofOf(correction, { words, lines, index: 0 })))).toEqual(['not_included', 'words'])
  })

  it('says something in another spelling', () => {
    const loose = (texts[0] ?? '').replace('{', '{ ')
    expect(kinds(check(proofOf(0, { event: loose })))).toEqual(['event'])
    expect(kinds(check(proofOf(0, { event: '{"v":3}' })))).toEqual(['event'])
    expect(kinds(check(proofOf(0, { event: (texts[0] ?? '').replace('}', ',"z":1}') })))).toEqual(['event'])
  })

  it.each([
    ['nothing', () => ''],
    ['another file', () => 'order,status\nP1,captured\n'],
    ['a byte order mark before it', (file: string) => `\ufeff${file}`],
    ['line ends of Windows', (file: string) => file.replaceAll('\n', '\r\n')],
    ['a line more', (file: string) => `${file}\n`],
    ['a byte less', (file: string) => file.slice(0, -1)],
    ['the index in another spelling', (file: string) => file.replace('index 3', 'index 03')],
    ['another version', (file: string) => file.replace('@v1', '@v2')],
    ['no extra', (file: string) => file.replace(/extra .*\n/, '')],
    ['two indexes', (file: string) => file.replace('index 3\n', 'index 3\nindex 3\n')],
  ])('is %s', (_what, change) => {
    const changed = change(proofOf(correction))
    expect(check(changed).ok).toBe(false)
    expect(check(Buffer.from(changed)).ok).toBe(false)
  })
})

/** The file with one bit turned over. */
function flipped(file: Buffer, bit: number): Buffer {
  const other = Buffer.from(file)
  other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return other
}

// Some ten thousand checks each.
describe('every bit of a proof', { timeout: 120_000 }, () => {
  it.each([
    ['without words', correction],
    ['with words', filing],
  ])('%s is needed: turned over, it is refused', (_what, index) => {
    const file = Buffer.from(proofOf(index))
    expect(check(file).ok).toBe(true)
    const accepted = Array.from({ length: file.length * 8 }, (_, bit) => bit).filter(
      (bit) => check(flipped(file, bit)).ok,
    )
    expect(accepted).toEqual([])
  })

  it('is refused beside a witness, or leaves its signature as one that nobody checked', () => {
    const lines = [logKey.signs(checkpoint), witnessKey.sees(checkpoint, seenAt)]
    const file = Buffer.from(proofOf(correction, { lines }))
    const given = keys(logKey, witnessKey)
    const signatures = file.indexOf(lines.join('\n'))
    for (let bit = signatures * 8; bit < file.length * 8; bit++) {
      const checked = check(flipped(file, bit), given)
      if (checked.ok) expect(checked.proven).toMatchObject({ witnesses: [], unchecked: [{}] })
    }
  })
})

describe('whatever it is given', () => {
  it('answers', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => !check(bytes).ok))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !check(text).ok))
  })

  it('refuses a proof with anything put into it', () => {
    const file = proofOf(filing)
    const place = fc.nat(file.length)
    const piece = fc.string({ minLength: 1, maxLength: 5 })
    fc.assert(fc.property(place, piece, (at, put) => !check(file.slice(0, at) + put + file.slice(at)).ok))
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 50 }), (at, length) =>
        at + 1 > file.length ? true : !check(file.slice(0, at) + file.slice(at + length)).ok,
      ),
    )
  })
})

it('reads the texts of format 1, which named no order', () => {
  const { number, amount, ...old } = JSON.parse(texts[0] ?? '')
  const text = JSON.stringify({ ...old, v: 1 })
  expect(readEventText(text)).toMatchObject({ v: 1, number: null, amount: null })
  expect(readEventText(JSON.stringify({ number, amount, ...old, v: 1 }))).toBeNull()
  expect(readEventText(JSON.stringify({ ...old, v: 2 }))).toBeNull()
})
