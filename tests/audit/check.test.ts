import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginCheck, latestChecks } from '~/audit/check/check.server'
import { runCheck } from '~/audit/check/run.server'
import { checkView } from '~/audit/check/view.server'
import { seal } from '~/audit/seal/sealer.server'
import { alarm } from '~/notifications/audit-alarm.server'
import { createMailer } from '~/platform/mail.server'
import { secret } from './seal/world'
import { anOrder, aWorld, type World } from './world'

let world: World
const checking = () => ({
  db: world.db,
  clock: world.clock,
  trust: async () => ({ secret, now: new Date('2026-11-24T00:00:00.000Z'), kept: null }),
})

beforeAll(async () => {
  world = await aWorld()
  await anOrder(world.db, world.shop, 'P1')
  await anOrder(world.db, world.otherShop, 'L1')
  await seal({ db: world.db, clock: world.clock, secret, origin: null })
})
afterAll(() => world.close())

async function edit(number: string): Promise<void> {
  const owner = new pg.Client(world.ownerUrl)
  await owner.connect()
  await owner.query('SET session_replication_role = replica')
  await owner.query(
    `UPDATE order_event e SET text = text || ' ' FROM "order" o WHERE o.id = e.chain_id AND o.number = $1`,
    [number],
  )
  await owner.end()
}

it('is begun once, carried out, and kept with what it read', async () => {
  const id = await beginCheck(world.auditor)
  expect(await beginCheck(world.lead)).toBe(id)
  expect((await checkView(world.auditor))?.running).toMatchObject({ id })
  expect(await runCheck(checking(), id ?? '')).toMatchObject({ faultCount: 0, error: null })
  expect(await runCheck(checking(), id ?? '')).toBeNull()
  const view = await checkView(world.auditor)
  expect(view?.running).toBeNull()
  expect(view?.last).toMatchObject({ events: 2, chains: 2, faultCount: 0 })
})

it("of a merchant is of the own shop's orders, and tells of the whole only how it ended", async () => {
  await edit('L1')
  const mine = await beginCheck(world.merchant)
  expect(await runCheck(checking(), mine ?? '')).toMatchObject({ faultCount: 0 })
  const theirs = await beginCheck(world.otherMerchant)
  expect(await runCheck(checking(), theirs ?? '')).toMatchObject({
    faultCount: 1,
    faults: [{ kind: 'edited', order: 'L1' }],
  })
  const whole = await beginCheck(world.admin)
  await runCheck(checking(), whole ?? '')
  expect((await latestChecks(world.merchant)).map(({ id }) => id)).toEqual([mine])
  expect((await checkView(world.merchant))?.whole).toEqual({
    finishedAt: expect.any(Date),
    faultCount: 1,
    error: null,
  })
})

it('says why it could not be brought to its end', async () => {
  const id = await beginCheck(world.auditor)
  const broken = { ...checking(), trust: async () => Promise.reject(new Error('the file cannot be read')) }
  expect(await runCheck(broken, id ?? '')).toMatchObject({ error: 'the file cannot be read' })
})

it('sounds the alarm by mail where the log is not in order, and keeps quiet where it is', async () => {
  const mails: { to: string[]; raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, raw: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'mitame@mitame.test' })
  const parts = { db: world.db, mailer, to: ['kansa@mitame.test'], url: 'http://127.0.0.1:3000' }
  const ended = { checkId: 'c', shopId: null, error: null }
  await alarm(parts, { ...ended, faultCount: 0, faults: [] })
  const faults = [{ chain: 'c', kind: 'edited', seq: 3, owner: 'order', order: 'L1', shop: 'linne' } as const]
  await alarm(parts, { ...ended, faultCount: 1, faults })
  mailer?.close()
  await new Promise<void>((closed) => server.close(closed))
  expect(mails.map(({ to }) => to)).toEqual([[world.admin.actor.email, 'kansa@mitame.test']])
  const body = Buffer.from(mails[0]?.raw.split('\r\n\r\n')[1] ?? '', 'base64').toString()
  expect(body).toContain('注文 / order L1 (linne): 3番目の記録が書き換えられています。')
  expect(body).toContain('http://127.0.0.1:3000/audit/verify')
})
