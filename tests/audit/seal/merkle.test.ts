import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyNodes,
  emptyRoot,
  type Hash,
  hashOf,
  inclusionNodes,
  leafHash,
  rootNodes,
  rootOf,
  type Subtree,
  verifyConsistency,
  verifyInclusion,
} from '~/audit/seal/merkle'
import { entries, mth, path, proof } from './reference-tree'

const inclusionPath = (index: number, size: number, subtree: Subtree) =>
  inclusionNodes(index, size).map((nodes) => hashOf(nodes, subtree))
const consistencyPath = (from: number, to: number, subtree: Subtree) =>
  consistencyNodes(from, to).map((nodes) => hashOf(nodes, subtree))
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const subtreesOf =
  (d: Uint8Array[]): Subtree =>
  ({ level, index }) =>
    rootOf(d.slice(index * 2 ** level, (index + 1) * 2 ** level).map(leafHash))

/** Certificate Transparency's own test vectors (google/certificate-transparency, merkle_tree_test). */
const published = {
  leaves: [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ],
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  inclusion: [
    { index: 0, size: 1, path: [] },
    {
      index: 0,
      size: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5,
      size: 8,
      path: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    { index: 2, size: 3, path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
    {
      index: 1,
      size: 5,
      path: [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
  consistency: [
    { from: 1, to: 1, path: [] },
    {
      from: 1,
      to: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      from: 6,
      to: 8,
      path: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      from: 2,
      to: 5,
      path: [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
}

describe("Certificate Transparency's vectors", () => {
  const leaves = published.leaves.map((leaf) => Buffer.from(leaf, 'hex'))
  const root = (size: number) => Buffer.from(published.roots[size] ?? '', 'hex')

  it.each(published.roots.map((expected, size) => ({ size, expected })))(
    'the root of $size leaves',
    (row) => {
      expect(hex(rootOf(leaves.slice(0, row.size).map(leafHash)))).toBe(row.expected)
      expect(hex(hashOf(rootNodes(row.size), subtreesOf(leaves)))).toBe(row.expected)
    },
  )

  it.each(published.inclusion)('leaf $index in a tree of $size', ({ index, size, path }) => {
    const made = inclusionPath(index, size, subtreesOf(leaves))
    expect(made.map(hex)).toEqual(path)
    expect(verifyInclusion(leafHash(leaves[index] as Hash), index, size, made, root(size))).toBe(true)
  })

  it.each(published.consistency)('the tree of $from in that of $to', ({ from, to, path }) => {
    const made = consistencyPath(from, to, subtreesOf(leaves))
    expect(made.map(hex)).toEqual(path)
    expect(verifyConsistency(from, to, made, root(from), root(to))).toBe(true)
  })
})

describe('measured by a tree written from RFC 6962 alone', () => {
  const most = 70
  const all = entries(most)
  const subtree = subtreesOf(all)
  const sizes = Array.from({ length: most + 1 }, (_, size) => size)

  it('has the same roots', () => {
    for (const size of sizes) expect(hex(hashOf(rootNodes(size), subtree))).toBe(hex(mth(all.slice(0, size))))
  })

  it('has the same inclusion paths, which hold', () => {
    for (const size of sizes) {
      const d = all.slice(0, size)
      const root = mth(d)
      d.forEach((entry, index) => {
        const made = inclusionPath(index, size, subtree)
        expect(made.map(hex)).toEqual(path(index, d).map(hex))
        expect(verifyInclusion(leafHash(entry), index, size, made, root)).toBe(true)
      })
    }
  })

  it('has the same consistency paths, which hold', () => {
    for (const to of sizes) {
      for (const from of sizes.slice(1, to + 1)) {
        const made = consistencyPath(from, to, subtree)
        expect(made.map(hex)).toEqual(proof(from, all.slice(0, to)).map(hex))
        const [older, newer] = [mth(all.slice(0, from)), mth(all.slice(0, to))]
        expect(verifyConsistency(from, to, made, older, newer)).toBe(true)
      }
    }
  })

  it('takes the empty tree as the beginning of every tree, with nothing to prove', () => {
    expect(consistencyPath(0, 5, subtree)).toEqual([])
    expect(verifyConsistency(0, 5, [], emptyRoot, mth(all.slice(0, 5)))).toBe(true)
    expect(verifyConsistency(0, 5, [emptyRoot], emptyRoot, mth(all.slice(0, 5)))).toBe(false)
    expect(verifyConsistency(0, 5, [], mth(all.slice(0, 1)), mth(all.slice(0, 5)))).toBe(false)
  })
})

/** A tree's size and a place in it. */
const place = fc
  .integer({ min: 1, max: 600 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }))
const bits = (hash: Hash) => Array.from({ length: hash.length * 8 }, (_, bit) => flipped(hash, bit))
function flipped(hash: Hash, bit: number): Hash {
  const copy = Uint8Array.from(hash)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

describe('a proof that was touched', () => {
  const all = entries(600)
  const subtree = subtreesOf(all)

  it('of inclusion is refused, whichever bit it was', () => {
    fc.assert(
      fc.property(place, ({ size, index }) => {
        const leaf = leafHash(all[index] as Hash)
        const root = hashOf(rootNodes(size), subtree)
        const made = inclusionPath(index, size, subtree)
        expect(verifyInclusion(leaf, index, size, made, root)).toBe(true)
        for (const other of bits(leaf)) expect(verifyInclusion(other, index, size, made, root)).toBe(false)
        for (const other of bits(root)) expect(verifyInclusion(leaf, index, size, made, other)).toBe(false)
        made.forEach((hash, at) => {
          for (const other of bits(hash))
            expect(verifyInclusion(leaf, index, size, made.with(at, other), root)).toBe(false)
        })
      }),
      { numRuns: 8 },
    )
  })

  it('of consistency is refused, whichever bit it was', () => {
    fc.assert(
      fc.property(place, ({ size: to, index }) => {
        const from = index + 1
        const older = hashOf(rootNodes(from), subtree)
        const newer = hashOf(rootNodes(to), subtree)
        const made = consistencyPath(from, to, subtree)
        expect(verifyConsistency(from, to, made, older, newer)).toBe(true)
        for (const other of bits(older)) expect(verifyConsistency(from, to, made, other, newer)).toBe(false)
        for (const other of bits(newer)) expect(verifyConsistency(from, to, made, older, other)).toBe(false)
        made.forEach((hash, at) => {
          for (const other of bits(hash))
            expect(verifyConsistency(from, to, made.with(at, other), older, newer)).toBe(false)
        })
      }),
      { numRuns: 8 },
    )
  })

  it('is refused at another place, or with a hash too few or too many', () => {
    fc.assert(
      fc.property(place, place, ({ size, index }, other) => {
        const leaf = leafHash(all[index] as Hash)
        const root = hashOf(rootNodes(size), subtree)
        const made = inclusionPath(index, size, subtree)
        if (other.index !== index && other.index < size)
          expect(verifyInclusion(leaf, other.index, size, made, root)).toBe(false)
        expect(verifyInclusion(leaf, index, size, [...made, root], root)).toBe(false)
        if (size > 1) expect(verifyInclusion(leaf, index, size, made.slice(0, -1), root)).toBe(false)
        const from = index + 1
        const older = hashOf(rootNodes(from), subtree)
        const held = consistencyPath(from, size, subtree)
        expect(verifyConsistency(from, size, [...held, root], older, root)).toBe(false)
        if (held.length > 0) expect(verifyConsistency(from, size, held.slice(0, -1), older, root)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

it('has no proof for what is not there, and takes no number that is none', () => {
  expect(() => inclusionNodes(5, 5)).toThrow(RangeError)
  expect(() => consistencyPath(6, 5, () => emptyRoot)).toThrow(RangeError)
  const root = rootOf(entries(2).map(leafHash))
  for (const wrong of [-1, 0.5, Number.NaN, 2 ** 60]) {
    expect(verifyInclusion(root, wrong, 2, [], root)).toBe(false)
    expect(verifyInclusion(root, 0, wrong, [], root)).toBe(false)
    expect(verifyConsistency(wrong, 2, [], root, root)).toBe(false)
  }
})

it('splits trees beyond 2³² leaves exactly', () => {
  const size = 2 ** 49 - 1
  expect(rootNodes(size)).toHaveLength(49)
  expect(rootNodes(size)[0]).toEqual({ level: 48, index: 0 })
  expect(inclusionNodes(size - 1, size)).toHaveLength(48)
})
