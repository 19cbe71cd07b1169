import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { copyCheckpoint, copyToFile, sinksOf } from '~/audit/seal/copies.server'
import { formatVkey, parseNote, parseVkey, type Verifier, verifyNote } from '~/audit/seal/note'
import { seal } from '~/audit/seal/sealer.server'
import type { AuditSettings } from '~/platform/config.server'
import { createMailer } from '~/platform/mail.server'
import { append } from './append'
import { aWitness, type Witness } from './witness'
import { aLog, asOwner, keysOf, type Log } from './world'

let log: Log
let folder: string
let file: string
const opened: (() => Promise<void>)[] = []
beforeEach(async () => {
  log = await aLog()
  folder = await mkdtemp(join(tmpdir(), 'mitame-'))
  file = join(folder, 'checkpoint')
})
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
  await log.close()
  await rm(folder, { recursive: true })
})

const warnings: unknown[] = []
const copying = () => ({ ...log, log: { warn: (entry: unknown) => void warnings.push(entry) } })
function sinks(more: Partial<AuditSettings> = {}, smtpUrl?: string) {
  const settings = { origin: null, checkpointFile: file, webhook: null, mailTo: [], witnesses: [], ...more }
  const mailer = createMailer(smtpUrl ? { smtpUrl, from: 'Mitame <mitame@desk.test>' } : null)
  if (mailer) opened.push(async () => mailer.close())
  return sinksOf(settings, mailer)
}
async function sealMore(count: number): Promise<void> {
  await append(log.db, count)
  await seal(log.sealing)
}
const newestNote = async () => (await latestCheckpoint(log.db))?.note ?? ''
const progress = async (kind: string) =>
  log.db.checkpointCopy.findFirstOrThrow({ where: { sink: { startsWith: kind } } })
const later = (hours: number) => {
  log.time.now = new Date(log.time.now.getTime() + hours * 3_600_000)
}

type Call = { headers: Record<string, string>; body: string }
async function aKeeper(status = 204, location?: string) {
  const calls: Call[] = []
  const answer = { status }
  const server = createServer(async (request, response) => {
    calls.push({ headers: request.headers as Record<string, string>, body: await text(request) })
    response.writeHead(answer.status, location ? { location } : {}).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push(() => new Promise((resolve) => void server.close(() => resolve())))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=1`, calls, answer }
}

async function aMailServer() {
  const mails: { to: string[]; raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      mails.push({ to, raw: await text(stream) })
      done()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push(() => new Promise((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, mails }
}

describe('the file', () => {
  it('holds the newest checkpoint', async () => {
    await copyCheckpoint(copying(), sinks())
    await expect(readFile(file)).rejects.toThrow('ENOENT')
    await sealMore(3)
    await copyToFile(copying(), sinks())
    expect(await readFile(file, 'utf8')).toBe(await newestNote())
    await sealMore(300)
    await copyCheckpoint(copying(), sinks())
    expect(await readFile(file, 'utf8')).toBe(await newestNote())
    expect(await progress('file')).toMatchObject({ size: 303, error: null })
  })

  it.each([
    ['set back', 'DELETE FROM checkpoint WHERE size > 3'],
    ['rewritten', `UPDATE event_leaf SET leaf_hash = sha256('x') WHERE leaf_index = 1`],
  ])('is left as it is once the database was %s, and says so', async (done, sql) => {
    await sealMore(3)
    const first = await newestNote()
    await sealMore(4)
    await copyCheckpoint(copying(), sinks())
    if (done === 'rewritten') await writeFile(file, first)
    const kept = await readFile(file, 'utf8')
    await asOwner(log, sql)
    await copyCheckpoint(copying(), sinks())
    expect(await readFile(file, 'utf8')).toBe(kept)
    expect((await progress('file')).error).toContain(done)
  })

  it('is not written over where it holds something else', async () => {
    await writeFile(file, 'my shopping list\n')
    await sealMore(1)
    await copyCheckpoint(copying(), sinks())
    expect(await readFile(file, 'utf8')).toBe('my shopping list\n')
    expect(await progress('file')).toMatchObject({ size: 0, errorAt: log.time.now })
  })
})

describe('the webhook', () => {
  const secret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`

  it('gets each new note once, signed', async () => {
    const keeper = await aKeeper()
    // The library that checks it looks at the clock on the wall.
    log.time.now = new Date()
    const to = sinks({ webhook: { url: keeper.url, secret } })
    await sealMore(3)
    await copyCheckpoint(copying(), to)
    await copyCheckpoint(copying(), to)
    expect(keeper.calls).toHaveLength(1)
    const [{ headers, body } = { headers: {}, body: '' }] = keeper.calls
    expect(body).toBe(await newestNote())
    expect(headers['webhook-id']).toBe('checkpoint_3')
    expect(() => new Webhook(secret).verify(body, headers, { jsonParse: false })).not.toThrow()
    expect(() => new Webhook(secret).verify(`${body} `, headers, { jsonParse: false })).toThrow()
    expect((await progress('webhook')).sink).toBe(`webhook ${keeper.url.replace('?key=1', '')}`)
  })

  it('that fails is asked again, and keeps no other place from its copy', async () => {
    const keeper = await aKeeper(500)
    const to = sinks({ webhook: { url: keeper.url, secret } })
    await sealMore(3)
    await copyCheckpoint(copying(), to)
    expect(await readFile(file, 'utf8')).toBe(await newestNote())
    expect(await progress('webhook')).toMatchObject({ size: 0, error: 'it answered 500' })
    keeper.answer.status = 200
    await copyCheckpoint(copying(), to)
    expect(await progress('webhook')).toMatchObject({ size: 3, error: null, errorAt: null })
  })

  it('is not led elsewhere', async () => {
    const elsewhere = await aKeeper()
    const keeper = await aKeeper(307, elsewhere.url)
    await sealMore(3)
    await copyCheckpoint(copying(), sinks({ webhook: { url: keeper.url, secret } }))
    expect(elsewhere.calls).toEqual([])
    expect((await progress('webhook')).error).toBe('it answered 307')
  })
})

describe('mail', () => {
  it('brings the newest note once a day, and again where the server was away', async () => {
    const server = await aMailServer()
    const to = sinks({ mailTo: ['a@desk.test', 'b@desk.test'] }, server.url)
    await sealMore(3)
    await copyCheckpoint(copying(), to)
    await sealMore(2)
    later(10)
    await copyCheckpoint(copying(), to)
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]?.to).toEqual(['a@desk.test', 'b@desk.test'])
    later(10)
    await copyCheckpoint(copying(), to)
    later(24)
    await copyCheckpoint(copying(), to)
    expect(server.mails).toHaveLength(2)
    const raw = server.mails[1]?.raw ?? ''
    const body = Buffer.from(raw.slice(raw.indexOf('\r\n\r\n')), 'base64').toString('utf8')
    const { sink } = await progress('mail')
    expect(sink).toBe('mail a@desk.test, b@desk.test')
    expect(body.replaceAll('\r\n', '\n')).toContain(await newestNote())
    expect(body).toContain('全部で5件、前回から2件')
    expect(body).toContain('5 events in all, 2 more')
  })

  it('that nobody takes is an error of its own', async () => {
    await sealMore(3)
    await copyCheckpoint(copying(), sinks({ mailTo: ['a@desk.test'] }, 'smtp://127.0.0.1:1'))
    expect((await progress('mail')).error).toContain('ECONNREFUSED')
    expect(await readFile(file, 'utf8')).toBe(await newestNote())
  })
})

describe('witnesses', () => {
  async function witnesses(...names: string[]): Promise<Witness[]> {
    const { keys } = await keysOf(log)
    const vkeys = keys.map(({ verifier }) => formatVkey(verifier))
    const made = await Promise.all(names.map((name) => aWitness(name, () => vkeys)))
    for (const witness of made) opened.push(witness.close)
    return made
  }
  const keyOf = ({ vkey }: Witness) => parseVkey(vkey) as Verifier
  async function cosigners(all: Witness[]) {
    const note = parseNote(await newestNote())
    return note && verifyNote(note, all.map(keyOf))?.map(({ name, at }) => ({ name, at }))
  }

  it('cosign each new checkpoint, and the note carries their lines', async () => {
    await sealMore(3)
    const both = await witnesses('witness.test/one', 'witness.test/two')
    log.time.now = new Date()
    const to = sinks({ witnesses: both })
    await copyCheckpoint(copying(), to)
    expect(await cosigners(both)).toEqual(both.map(({ name, state }) => ({ name, at: state.now })))
    expect(await readFile(file, 'utf8')).toBe(await newestNote())
    await sealMore(300)
    await copyCheckpoint(copying(), to)
    await copyCheckpoint(copying(), to)
    expect(await cosigners(both)).toHaveLength(2)
    expect(both.map(({ asked }) => asked)).toEqual(
      both.map(() => [
        { old: 0, status: 200 },
        { old: 3, status: 200 },
      ]),
    )
  })

  it('tell where they are if we do not know, and are met there', async () => {
    await sealMore(3)
    const [witness] = (await witnesses('witness.test/one')) as [Witness]
    log.time.now = new Date()
    const to = sinks({ witnesses: [witness] })
    await copyCheckpoint(copying(), to)
    await asOwner(log, 'DELETE FROM checkpoint_copy')
    await asOwner(log, 'DELETE FROM cosignature')
    await copyCheckpoint(copying(), to)
    await sealMore(4)
    await copyCheckpoint(copying(), to)
    expect(witness.asked).toEqual([
      { old: 0, status: 200 },
      { old: 0, status: 409 },
      { old: 3, status: 200 },
      { old: 3, status: 200 },
    ])
    expect(await log.db.cosignature.count()).toBe(2)
  })

  it('do not sign another history, nor one that was set back', async () => {
    await sealMore(3)
    const [witness] = (await witnesses('witness.test/one')) as [Witness]
    log.time.now = new Date()
    const to = sinks({ witnesses: [witness] })
    await copyCheckpoint(copying(), to)
    const [[origin, head] = ['', { size: 0, root: Buffer.of() }]] = witness.heads
    witness.heads.set(origin, { size: 2, root: head.root })
    await sealMore(1)
    await copyCheckpoint(copying(), to)
    expect((await progress('witness')).error).toContain('another history')
    witness.heads.set(origin, { size: 9, root: head.root })
    await copyCheckpoint(copying(), to)
    expect((await progress('witness')).error).toBe('it has seen 9 events of this log, which has 4')
    expect(await log.db.cosignature.count()).toBe(1)
  })

  it.each([
    ['is down', { down: true }, '503'],
    ['has a clock far ahead', { now: Math.floor(Date.now() / 1000) + 86_400 }, 'no cosignature'],
    ['has no time', { now: 0 }, 'no cosignature'],
  ])('that %s keeps no other from signing', async (_, fault, said) => {
    await sealMore(3)
    const both = await witnesses('witness.test/one', 'witness.test/two')
    log.time.now = new Date()
    Object.assign((both[0] as Witness).state, fault)
    await copyCheckpoint(copying(), sinks({ witnesses: both }))
    expect((await progress('witness witness.test/one')).error).toContain(said)
    expect(await cosigners(both)).toHaveLength(1)
  })

  it('are not believed under another key', async () => {
    await sealMore(3)
    const [one, two] = (await witnesses('witness.test/one', 'witness.test/two')) as [Witness, Witness]
    log.time.now = new Date()
    await copyCheckpoint(copying(), sinks({ witnesses: [{ url: one.url, vkey: two.vkey }] }))
    expect((await progress('witness')).error).toContain('no cosignature')
    expect(await log.db.cosignature.count()).toBe(0)
  })

  it('have keys of their own kind', () => {
    const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
    expect(() => sinks({ witnesses: [{ url: 'http://127.0.0.1:1', vkey }] })).toThrow('AUDIT_WITNESSES')
  })
})
