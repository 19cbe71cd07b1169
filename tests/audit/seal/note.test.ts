import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '~/audit/seal/bytes'
import { formatCheckpoint, parseCheckpoint } from '~/audit/seal/checkpoint'
import {
  cosignedMessage,
  formatNote,
  formatVkey,
  keyIdOf,
  parseNote,
  parseSignature,
  parseVkey,
  signLine,
  type Verifier,
  verifierOf,
  verifyNote,
} from '~/audit/seal/note'

/** The example of C2SP signed-note. */
const example = {
  vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`,
}
/** golang.org/x/mod/sumdb/note's own test key and note, from the documentation of the Go checksum database's notes. */
const peterNeumann = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note: `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`,
}

function read(note: string) {
  const parsed = parseNote(note)
  if (!parsed) throw new Error('no note')
  return parsed
}
function keyOf(vkey: string): Verifier {
  const key = parseVkey(vkey)
  if (!key) throw new Error('no key')
  return key
}

describe('published notes', () => {
  it.each([example, peterNeumann])('$vkey', ({ vkey, note }) => {
    const key = keyOf(vkey)
    expect(formatVkey(key)).toBe(vkey)
    expect(verifyNote(read(note), [key])).toEqual([expect.objectContaining({ name: key.name, at: null })])
  })

  it('reads the checkpoint of C2SP tlog-checkpoint', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
    const body = parseCheckpoint(text)
    expect(body).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 })
    expect(body && formatCheckpoint(body)).toBe(text)
  })
})

const privateKey = new Uint8Array(32).fill(7)
const signer = { name: 'mitame-00000000/audit', privateKey }
const own = verifierOf(signer.name, 0x01, ed25519.getPublicKey(privateKey))
const text = 'mitame-00000000/audit\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const signed = formatNote(text, [signLine(text, signer)])

/** A witness's line, put together by hand as C2SP tlog-cosignature has it. */
function cosigned(at: number, secret = new Uint8Array(32).fill(9)) {
  const publicKey = ed25519.getPublicKey(secret)
  const key = verifierOf('witness.example/w1', 0x04, publicKey)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(at))
  const signature = ed25519.sign(Buffer.from(`cosignature/v1\ntime ${at}\n${text}`), secret)
  const bytes = Buffer.concat([Buffer.from(key.keyId, 'hex'), time, signature])
  return { key, line: `— ${key.name} ${bytes.toString('base64')}` }
}

describe('verifying a note', () => {
  it('takes what the key signed, and what the witness saw at its time', () => {
    const { key, line } = cosigned(1_679_315_147)
    const note = read(formatNote(text, [signLine(text, signer), line]))
    expect(note.text).toBe(text)
    expect(verifyNote(note, [own, key])).toEqual([
      { name: own.name, keyId: own.keyId, at: null, line: signLine(text, signer) },
      { name: key.name, keyId: key.keyId, at: 1_679_315_147, line },
    ])
    expect(parseVkey(formatVkey(key))).toEqual(key)
    expect(cosignedMessage(text, 1)).toBe(`cosignature/v1\ntime 1\n${text}`)
  })

  it('passes over keys it does not know, and refuses a note signed by nobody it knows', () => {
    const { key, line } = cosigned(1)
    const note = read(formatNote(text, [signLine(text, signer), line]))
    expect(verifyNote(note, [own])).toHaveLength(1)
    const stranger = { ...own, name: 'another/name' }
    expect(verifyNote(note, [stranger])).toBeNull()
    expect(verifyNote(note, [])).toBeNull()
    expect(verifyNote(note, [{ ...key, keyId: 'ffffffff' }])).toBeNull()
  })

  it('refuses the whole note where a known key did not sign it so', () => {
    const { key, line } = cosigned(1)
    const wrong = line.replace(/.{8}$/, 'AAAAAAA=')
    expect(verifyNote(read(formatNote(text, [signLine(text, signer), wrong])), [own, key])).toBeNull()
    expect(verifyNote(read(formatNote(text, [signLine(text, signer), wrong])), [own])).toHaveLength(1)
  })

  it('refuses every flipped bit of text and signature', () => {
    const bytes = Buffer.from(signed)
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const other = Buffer.from(bytes)
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const note = other.toString('utf8').includes('\ufffd') ? null : parseNote(other.toString('utf8'))
      expect(note && verifyNote(note, [own])).toBeNull()
    }
  })

  it('gives each key its own id by name, type and key', () => {
    const { publicKey } = own
    const ids = [
      keyIdOf('a', 0x01, publicKey),
      keyIdOf('b', 0x01, publicKey),
      keyIdOf('a', 0x04, publicKey),
      keyIdOf('a', 0x01, ed25519.getPublicKey(new Uint8Array(32).fill(8))),
    ]
    expect(new Set(ids).size).toBe(4)
    expect(ids.every((id) => /^[0-9a-f]{8}$/.test(id))).toBe(true)
  })
})

describe('what is no note', () => {
  const line = signLine(text, signer)
  it.each([
    ['nothing', ''],
    ['no signature', text],
    ['no empty line', `${text}${line}\n`],
    ['no last newline', signed.slice(0, -1)],
    ['another dash', formatNote(text, [line.replace('—', '-')])],
    ['a space too many', formatNote(text, [`${line} `])],
    ['a carriage return', signed.replace('\n', '\r\n')],
    ['a tab', signed.replace('3', '\t3')],
    ['no Unicode', signed.replace('3', '\ud800')],
    ['a name with a plus', formatNote(text, [line.replace('mitame-', 'mitame+')])],
    ['a short signature', formatNote(text, ['— a AAAAAA=='])],
    ['a loose spelling of Base64', formatNote(text, [line.replace(/.=$/, 'B=')])],
    [
      'more signatures than anyone makes',
      formatNote(
        text,
        Array.from({ length: 101 }, () => line),
      ),
    ],
  ])('%s', (_, note) => expect(parseNote(note)).toBeNull())

  it('takes an empty line within the text', () => {
    expect(read(formatNote('a\n\nb\n', [line])).text).toBe('a\n\nb\n')
    expect(
      read(
        formatNote(
          text,
          Array.from({ length: 16 }, () => line),
        ),
      ).signatures,
    ).toHaveLength(16)
    expect(parseSignature(line)?.name).toBe(signer.name)
  })
})

it.each([
  '',
  'a+b',
  `a+00000000+${example.vkey.split('+')[2]}`,
  example.vkey.replace('foo', 'bar'),
  `${example.vkey}AAAA`,
  'a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
])('is no verifier key: %s', (vkey) => expect(parseVkey(vkey)).toBeNull())

it.each([
  ['two lines', 'a\n1\n'],
  ['no origin', '\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
  ['a leading zero', 'a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
  ['a size below zero', 'a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
  ['a size nobody can count', 'a\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
  ['a short root', 'a\n1\nCsUY\n'],
  ['an empty extension', 'a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n'],
])('is no checkpoint: %s', (_, body) => expect(parseCheckpoint(body)).toBeNull())

it('spells bytes in one way', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    }),
  )
  for (const wrong of ['A', 'AAA', 'AB==', 'AA=', '====', 'AA-_', ' AAA', 'AAAA\n']) {
    expect(fromBase64(wrong)).toBeNull()
  }
})
