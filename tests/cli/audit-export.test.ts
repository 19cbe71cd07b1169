import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskChain } from '~/audit/record.server'
import { authenticKeys } from '~/audit/seal/keys.server'
import { formatVkey } from '~/audit/seal/note'
import { auditExport } from '~/cli/audit-export'
import { run as verifyExport } from '~/cli/audit-verify-export'
import { sealing } from '../audit/export/world'
import { aSearchedWorld, found, type SearchedWorld } from '../audit/search/world'
import { terminal } from './terminal'

let world: SearchedWorld
let folder: string
beforeAll(async () => {
  world = await aSearchedWorld()
  folder = await mkdtemp(join(tmpdir(), 'mitame-export-'))
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

function kept(chunks: Buffer[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
}

async function exported(...args: string[]) {
  return exportedTo(kept, args)
}

async function exportedTo(made: (chunks: Buffer[]) => Writable, args: string[]) {
  const { db, clock } = world
  const chunks: Buffer[] = []
  const opened: (string | null)[] = []
  const at = terminal()
  const code = await auditExport(args, {
    ...at,
    withSealing: (_env, work) => work({ db, clock, ...sealing }),
    open(file) {
      opened.push(file)
      return made(chunks)
    },
  })
  return { code, opened, bytes: Buffer.concat(chunks), ...at.written }
}

describe('mitame audit export', () => {
  it('writes what the search’s fields narrow to, and is recorded as nobody’s', async () => {
    const { code, bytes, err, opened, out } = await exported(
      ...['--format', 'csv', '--shop', 'hananoya', '--action', 'filed', '--action', 'corrected'],
    )
    const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true })
    const wanted = await found(world.auditor, { shop: 'hananoya', action: ['filed', 'corrected'] })
    expect(rows).toHaveLength(wanted.length)
    expect({ code, out, err, opened }).toEqual({
      code: 0,
      out: '',
      err: `${rows.length}件を書き出しました。 / ${rows.length} events exported.\n`,
      opened: [null],
    })
    const { text } = await world.db.orderEvent.findFirstOrThrow({
      where: { chainId: deskChain, action: 'audit.export_ended' },
      orderBy: { seq: 'desc' },
    })
    expect(JSON.parse(text)).toMatchObject({ actor: null, via: 'cli', details: { rows: rows.length } })
  })

  it('names what Shift_JIS lacks', async () => {
    await world.db.shop.update({ where: { code: 'linne' }, data: { name: 'リンネ 𠮷' } })
    const { err } = await exported('--format', 'csv-sjis', '--order', 'P2511001', '--action', 'received')
    expect(err).toMatch(/U\+20BB7 𠮷 ×1 \([23]: 店舗名\)/)
  })

  it('ends quietly when its reader has seen enough, and that is recorded', async () => {
    const broken = () =>
      new Writable({
        write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
      })
    expect(await exportedTo(broken, ['--format', 'csv'])).toMatchObject({ code: 1, err: '' })
    const { text } = await world.db.orderEvent.findFirstOrThrow({
      where: { chainId: deskChain, action: 'audit.export_ended' },
      orderBy: { seq: 'desc' },
    })
    expect(JSON.parse(text)).toMatchObject({ outcome: 'refused', refusal: 'client_gone' })
  })

  it.each([
    [[]],
    [['--format', 'xlsx']],
    [['--format', 'csv', '--from', '2026-02-30']],
    [['--format', 'csv', '--action', 'nonsense']],
    [['--format', 'csv', '--nonsense', '1']],
  ])('refuses %j', async (args) => {
    await expect(exported(...args)).rejects.toMatchObject({ name: 'CommandRefused', exitCode: 2 })
  })
})

describe('mitame audit verify-export', () => {
  it('proves every line of what was exported, and names the line that is not', async () => {
    const { bytes } = await exported('--format', 'jsonl', '--out', 'ignored')
    const { keys } = await authenticKeys(world.db, sealing.secret)
    const key = ['--key', ...keys.map(({ verifier }) => formatVkey(verifier))]
    const file = join(folder, 'whole.jsonl')
    await writeFile(file, bytes)
    const good = terminal()
    expect(await verifyExport([file, ...key], good)).toBe(0)
    const events = bytes.toString().split('\n').length - 3
    expect(good.written.out).toContain(
      `All ${events} events are in the signed checkpoint of desk.example/audit`,
    )
    const altered = join(folder, 'altered.jsonl')
    await writeFile(altered, bytes.toString().replace('\\"amount\\":180000', '\\"amount\\":180001'))
    const bad = terminal()
    expect(await verifyExport([altered, ...key, '--json'], bad)).toBe(1)
    expect(JSON.parse(bad.written.out)).toMatchObject({
      events,
      faultCount: 1,
      faults: [{ line: expect.any(Number), fault: 'not_included' }],
    })
    const told = terminal()
    await verifyExport([altered, ...key], told)
    expect(told.written.out).toMatch(/\d+: 署名された木に、この内容では含まれていません/)
  })

  it('wants a file and a key', async () => {
    await expect(verifyExport(['x'], terminal())).rejects.toMatchObject({ exitCode: 2 })
    await expect(verifyExport(['x', '--key', 'a+b+c'], terminal())).rejects.toMatchObject({ exitCode: 1 })
  })
})
