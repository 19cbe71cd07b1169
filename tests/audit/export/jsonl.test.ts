import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ExportCheck, type ExportFault } from '~/audit/export/check'
import { lastExports } from '~/audit/export/list.server'
import { authenticKeys } from '~/audit/seal/keys.server'
import { formatVkey, parseVkey, type Verifier } from '~/audit/seal/note'
import { seal } from '~/audit/seal/sealer.server'
import { filed } from '../errands'
import { aKey, origin } from '../proof/fixture'
import { secondCheck } from '../proof/second-checker'
import { asOwner } from '../seal/world'
import { aSearchedWorld, found, type SearchedWorld } from '../search/world'
import { anOrder, aRow } from '../world'
import { atOnce, begin, begun, exported, gathered, sealing } from './world'

let world: SearchedWorld
beforeAll(async () => {
  world = await aSearchedWorld()
})
afterAll(() => world.close())

async function logKeys(): Promise<Verifier[]> {
  const { keys } = await authenticKeys(world.db, sealing.secret)
  return keys.map(({ verifier }) => verifier)
}

const linesOf = (bytes: Buffer) => bytes.toString().split('\n').slice(0, -1)

type Line = { event: string; words: { salt: string; words: string } | null; index: number; proof: string[] }
const eventsOf = (lines: string[]): Line[] => lines.slice(1, -1).map((line) => JSON.parse(line))

/** The proof file of one line, as docs/audit-log.md lays it out, for the checker that was written from it. */
function proofFile(checkpoint: string, { event, words, index, proof }: Line): Buffer {
  const written = words && `{"salt":${JSON.stringify(words.salt)},"words":${JSON.stringify(words.words)}}`
  const extra = `{"event":${JSON.stringify(event)},"format":"mitame-event@v1","words":${written}}`
  const head = ['c2sp.org/tlog-proof@v1', `extra ${Buffer.from(extra).toString('base64')}`, `index ${index}`]
  return Buffer.from([...head, ...proof, '', checkpoint].join('\n'))
}

function faultsOf(lines: string[], keys: Verifier[]): [number, ExportFault][] {
  const faults: [number, ExportFault][] = []
  const check = new ExportCheck(keys, (line, fault) => faults.push([line, fault]))
  for (const line of lines) check.add(line)
  check.end()
  return faults
}

describe('an export with proofs', () => {
  it('has every event that the search finds, each of which a second checker finds proven', async () => {
    const { auditor } = world
    const searched = await found(auditor, {})
    const lines = linesOf(await exported(auditor, 'jsonl'))
    const { checkpoint, ...header } = JSON.parse(lines[0] ?? '')
    expect(header).toMatchObject({ format: 'mitame-export@v1', filter: '' })
    const vkeys = (await logKeys()).map(formatVkey)
    const told = eventsOf(lines)
    const checked = told.map((line) => secondCheck(proofFile(checkpoint, line), vkeys))
    expect(checked.map(({ event }) => event.action).reverse()).toEqual(
      searched.map((each) => each.split(' ')[2]),
    )
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ end: true, events: searched.length })
    expect(faultsOf(lines, await logKeys())).toEqual([])
    expect((await lastExports(auditor))[0]).toMatchObject({ rows: searched.length, cutShort: false })
  })

  it('tells a shop its own events, without what colleagues wrote', async () => {
    const { merchant, shop, auditor } = world
    const lines = linesOf(await exported(merchant, 'jsonl'))
    const told = eventsOf(lines)
    expect(new Set(told.map(({ event }) => JSON.parse(event).shop))).toEqual(new Set([shop]))
    const note = (which: Line[]) => which.find(({ event }) => event.includes('"correction.noted"'))
    expect(note(told)).toMatchObject({ words: null })
    expect(lines.join()).not.toContain('要注意の店舗')
    expect(note(eventsOf(linesOf(await exported(auditor, 'jsonl'))))?.words?.words).toBe('要注意の店舗')
    expect(told.some(({ words }) => words?.words === 'ｷｬﾝｾﾙ済みです ＡＢＣ')).toBe(true)
    expect(faultsOf(lines, await logKeys())).toEqual([])
  })

  it('holds to its checkpoint while the log is sealed on', async () => {
    const { auditor, merchant, shop, db, clock } = world
    const { bytes } = await begun(auditor, 'jsonl')
    await anOrder(db, shop, 'P-LATER')
    await filed(merchant, shop, aRow('P-LATER'))
    await seal({ db, clock, ...sealing })
    const lines = linesOf(await gathered(bytes(atOnce)))
    // Received with an older time: it is told, and that this checkpoint does not prove it.
    const received = lines.findIndex((line) => line.includes('P-LATER'))
    expect(lines.filter((line) => line.includes('P-LATER'))).toHaveLength(1)
    expect(JSON.parse(lines[received] ?? '')).toMatchObject({ index: null, proof: null })
    expect(faultsOf(lines, await logKeys())).toEqual([[received + 1, 'unproven']])
  })
})

function anotherKey(): Verifier {
  const key = parseVkey(aKey(origin, 3).vkey)
  if (!key) throw new Error('no key')
  return key
}

describe('the check of an export', () => {
  let lines: string[]
  beforeAll(async () => {
    lines = linesOf(await exported(world.auditor, 'jsonl', { shop: 'hananoya' }))
  })
  const changed = (at: number, change: (line: string) => string) =>
    lines.map((line, nth) => (nth === at ? change(line) : line))
  const worded = () => lines.findIndex((line) => /"words":"[^"]/.test(line))

  const none = (fault: ExportFault): [number, ExportFault][] => [
    [1, fault],
    ...lines.slice(1, -1).map((_, nth): [number, ExportFault] => [nth + 2, 'not_included']),
  ]

  it.each<[string, () => string[], () => [number, ExportFault][]]>([
    [
      'another event',
      () => changed(1, (line) => line.replace(/\\"seq\\":(\d+)/, '\\"seq\\":9$1')),
      () => [[2, 'not_included']],
    ],
    [
      'another spelling of an event',
      () => changed(1, (line) => line.replace('{\\"action', '{ \\"action')),
      () => [
        [2, 'event'],
        [2, 'not_included'],
      ],
    ],
    [
      'another place',
      () => changed(1, (line) => line.replace(/"index":\d+/, '"index":0')),
      () => [[2, 'not_included']],
    ],
    [
      'words that were not written',
      () => changed(worded(), (line) => line.replace(/"words":"/, '"words":"でない')),
      () => [[worded() + 1, 'words']],
    ],
    [
      'a line that stands there twice',
      () => lines.toSpliced(2, 0, lines[1] ?? ''),
      () => [
        [3, 'order'],
        [lines.length + 1, 'not_whole'],
      ],
    ],
    ['a line less', () => lines.toSpliced(2, 1), () => [[lines.length - 1, 'not_whole']]],
    ['a file that was cut off', () => lines.slice(0, -1), () => [[lines.length - 1, 'not_whole']]],
    ['something behind the end', () => [...lines, '{}'], () => [[lines.length + 1, 'malformed']]],
    [
      'what is no line',
      () => changed(1, () => 'x'),
      () => [
        [2, 'malformed'],
        [lines.length, 'not_whole'],
      ],
    ],
    [
      'a proof left out',
      () => changed(1, (line) => line.replace(/"proof":\[.*?\]/, '"proof":null')),
      () => [[2, 'unproven']],
    ],
    ['another header', () => changed(0, () => '{}'), () => none('malformed')],
    [
      'a note that is none',
      () => changed(0, (line) => line.replace(/"checkpoint":"[^"]*"/, '"checkpoint":"x"')),
      () => none('checkpoint'),
    ],
  ])('names %s', async (_, made, faults) => {
    expect(faultsOf(made(), await logKeys())).toEqual(faults())
  })

  it('takes no key but the log’s own', async () => {
    expect(faultsOf(lines, [anotherKey()])).toEqual([[1, 'signature']])
    expect(faultsOf(lines, [])).toEqual([[1, 'signature']])
  })
})

it('is refused, and recorded as that, where the tree is not the one that was signed', async () => {
  await asOwner(
    world,
    `UPDATE checkpoint SET root = sha256('another') WHERE size = (SELECT max(size) FROM checkpoint)`,
  )
  expect(await begin(world.auditor, 'jsonl')).toEqual({ ok: false, refusal: 'unprovable' })
  const last = await world.db.orderEvent.findFirstOrThrow({
    where: { action: 'audit.export_ended' },
    orderBy: { id: 'desc' },
  })
  expect(JSON.parse(last.text)).toMatchObject({
    outcome: 'refused',
    refusal: 'unprovable',
    details: { rows: 0 },
  })
  expect((await lastExports(world.auditor))[0]).toMatchObject({ cutShort: true })
  expect((await exported(world.auditor, 'csv')).length).toBeGreaterThan(1_000)
})
