import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkProof } from '~/audit/proof/check'
import { parseVkey } from '~/audit/seal/note'
import {
  checkpoint,
  correction,
  filing,
  logKey,
  nextKey,
  partsOf,
  proofOf,
  reason,
  seenAt,
  texts,
  witnessKey,
} from './fixture'
import { secondCheck } from './second-checker'

const docs = readFileSync('docs/audit-log.md', 'utf8')
const block = (kind: string) => docs.split(`\`\`\`${kind}\n`)[1]?.split('```')[0] ?? ''
const holds = (file: string, vkeys: string[]) => {
  try {
    return secondCheck(Buffer.from(file), vkeys).size > 0
  } catch {
    return false
  }
}

describe('the proof in docs/audit-log.md', () => {
  it('is the one that the log of this page would hand out', () => {
    expect(block('tlog-proof')).toBe(proofOf(correction))
    expect(block('vkey')).toBe(`${logKey.vkey}\n`)
    expect(docs).toContain(`| event | \`${texts[correction]}\` |`)
  })

  it('holds, for the product and for a checker written from that page', () => {
    const vkey = block('vkey').trim()
    const key = parseVkey(vkey)
    const checked = checkProof(block('tlog-proof'), key ? [key] : [])
    expect(secondCheck(Buffer.from(block('tlog-proof')), [vkey])).toEqual({
      event: JSON.parse(texts[correction] ?? ''),
      words: null,
      size: 5,
    })
    if (!checked.ok) throw new Error(JSON.stringify(checked))
    expect(docs).toContain(`| leaf hash | \`${checked.proven.leafHash}\` |`)
    expect(docs).toContain(`| root | \`${checked.proven.log.root}\` |`)
  })
})

describe('both checkers', () => {
  const vkeys = [logKey.vkey, witnessKey.vkey]
  const trusted = vkeys.map(parseVkey).filter((key) => key !== null)
  const good = proofOf(correction)
  const { words, path } = partsOf(filing)
  const log = logKey.signs(checkpoint)

  it('read the words', () => {
    expect(secondCheck(Buffer.from(proofOf(filing)), vkeys).words).toBe(reason)
  })

  it.each<[string, boolean, string]>([
    ['of any event', true, proofOf(0)],
    ['with words', true, proofOf(filing)],
    ['with words withheld', true, proofOf(filing, { words: null })],
    ['with a witness', true, proofOf(0, { lines: [log, witnessKey.sees(checkpoint, seenAt)] })],
    ['with a signature that nobody knows', true, proofOf(0, { lines: [nextKey.signs(checkpoint), log] })],
    ['by an unknown key', false, proofOf(0, { lines: [nextKey.signs(checkpoint)] })],
    ['with a wrong witness', false, proofOf(0, { lines: [log, witnessKey.sees('another\n', seenAt)] })],
    ['of another event', false, proofOf(correction, { event: texts[0] ?? '' })],
    ['of another place', false, proofOf(correction, { index: 4 })],
    ['beyond the tree', false, proofOf(correction, { index: 8 })],
    ['with another path', false, proofOf(correction, { path })],
    ['with other words', false, proofOf(filing, { words: { salt: words?.salt ?? '', words: 'かくかく' } })],
    ['with words of nothing', false, proofOf(correction, { words })],
    ['with a longer salt', false, proofOf(filing, { words: shifted(words) })],
    ['in another spelling', false, proofOf(0, { event: (texts[0] ?? '').replace(',', ', ') })],
    ['cut short', false, good.slice(0, -1)],
    ['with more behind it', false, `${good}\n`],
    ['with line ends of Windows', false, good.replaceAll('\n', '\r\n')],
    ['with a byte order mark', false, `\ufeff${good}`],
  ])('agree on a proof %s: %s', (_what, expected, file) => {
    expect(checkProof(file, trusted).ok).toBe(expected)
    expect(holds(file, vkeys)).toBe(expected)
  })
})

/** The first line of the words, as if it belonged to the salt: the digest stays the same. */
function shifted(words: { salt: string; words: string } | null) {
  const [first = '', second = ''] = words?.words.split('\n') ?? []
  return { salt: `${words?.salt}\n${first}`, words: second }
}
