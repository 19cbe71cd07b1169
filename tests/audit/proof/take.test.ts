import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseWords } from '~/audit/erase/erase.server'
import type { EventAction } from '~/audit/events'
import { type Checked, checkProof } from '~/audit/proof/check'
import { takeProof } from '~/audit/proof/proof.server'
import { deskChain, recordOnChain } from '~/audit/record.server'
import { latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { authenticKeys } from '~/audit/seal/keys.server'
import { parseNote, parseVkey, type Verifier } from '~/audit/seal/note'
import { seal } from '~/audit/seal/sealer.server'
import { verifyLog } from '~/audit/verify.server'
import { claim } from '~/corrections/claim.server'
import { addNote } from '~/corrections/note.server'
import type { Desk } from '~/staff/desk.server'
import { approved, filed } from '../errands'
import { asOwner } from '../seal/world'
import { anOrder, aRow, aWorld, type World } from '../world'
import { aKey } from './fixture'

const sealing = { secret: 'the secret of the desk under test', origin: 'desk.example/audit' }
const number = 'P251104000311888021'
const note = '電話で確認済み。'

let world: World
let orderId: string
beforeAll(async () => {
  world = await aWorld()
  await world.db.deskSettings.upsert({ where: { id: 1 }, create: {}, update: {} })
  orderId = await anOrder(world.db, world.shop, number)
  const reference = await filed(world.merchant, world.shop, aRow(number))
  await claim(world.agent, reference)
  await addNote(world.agent, reference, note)
  await approved(world.agent, reference)
})
afterAll(() => world.close())

async function eventOf(action: EventAction, chainId = orderId) {
  return world.db.orderEvent.findFirstOrThrow({
    where: { chainId, action },
    orderBy: { seq: 'desc' },
    select: { id: true, seq: true, text: true },
  })
}

const take = (desk: Desk, id: string) => takeProof({ desk, sealing }, id)

async function logKeys(): Promise<Verifier[]> {
  const { keys } = await authenticKeys(world.db, sealing.secret)
  return keys.map(({ verifier }) => verifier)
}

async function checked(desk: Desk, id: string): Promise<Checked> {
  const taken = await take(desk, id)
  if (!taken.ok) throw new Error(taken.refusal)
  return checkProof(taken.text, await logKeys())
}

async function words(desk: Desk, action: EventAction) {
  const proof = await checked(desk, (await eventOf(action)).id)
  return proof.ok && proof.proven.words
}

describe('a proof', () => {
  it('seals the event if need be, holds, and is told of on the same chain', async () => {
    const { id, seq, text } = await eventOf('order.corrected')
    expect(await latestCheckpoint(world.db)).toBeNull()
    const taken = await take(world.merchant, id)
    expect(taken).toMatchObject({ ok: true, name: `${number}-e${seq}.tlog-proof` })
    const size = (await latestCheckpoint(world.db))?.size
    expect(taken.ok && checkProof(taken.text, await logKeys())).toMatchObject({
      ok: true,
      proven: { text, log: { origin: 'desk.example/audit', size } },
    })
    expect(JSON.parse((await eventOf('audit.proof_taken')).text)).toMatchObject({
      actor: { id: world.merchant.actor.id, role: 'merchant' },
      outcome: 'done',
      details: { event: id, seq, size },
    })
  })

  it('of the event that a proof was taken is one as well', async () => {
    expect((await checked(world.auditor, (await eventOf('audit.proof_taken')).id)).ok).toBe(true)
  })

  it('is for whoever may see the event; what one may not see does not exist', async () => {
    const { id } = await eventOf('order.corrected')
    for (const person of [world.agent, world.lead, world.auditor, world.admin]) {
      expect((await take(person, id)).ok).toBe(true)
    }
    const events = await world.db.orderEvent.count()
    const missing = { ok: false, refusal: 'not_found' }
    expect(await take(world.otherMerchant, id)).toEqual(missing)
    expect(await take(world.merchant, randomUUID())).toEqual(missing)
    expect(await take(world.merchant, "'; --")).toEqual(missing)
    expect(await world.db.orderEvent.count()).toBe(events)
  })

  it("of the desk's own events is for the desk", async () => {
    const exported = { action: 'audit.exported', outcome: 'done', at: world.clock.now(), via: 'web' } as const
    const event = { ...exported, actor: null, requestId: null }
    await world.db.$transaction((tx) => recordOnChain(tx, { kind: 'desk' }, [event]))
    const { id, seq } = await eventOf('audit.exported', deskChain)
    expect(await take(world.merchant, id)).toEqual({ ok: false, refusal: 'not_found' })
    expect(await take(world.auditor, id)).toMatchObject({ ok: true, name: `desk-e${seq}.tlog-proof` })
  })

  it("of a request that has no order, and of a shop's own events, stands on their chains", async () => {
    const reference = await filed(world.merchant, world.shop, aRow('P-UNKNOWN'))
    const request = await world.db.correctionRequest.findUniqueOrThrow({ where: { reference } })
    const { id } = await eventOf('correction.filed', request.id)
    expect(await take(world.merchant, id)).toMatchObject({ name: `${reference}-e1.tlog-proof` })
    expect((await eventOf('audit.proof_taken', request.id)).seq).toBe(2)
    const kept = { action: 'shop.retention_set', outcome: 'done', at: world.clock.now(), via: 'web' } as const
    await world.db.$transaction((tx) =>
      recordOnChain(tx, { kind: 'shop', id: world.shop }, [{ ...kept, actor: null, requestId: null }]),
    )
    const set = await eventOf('shop.retention_set', world.shop)
    expect(await take(world.merchant, set.id)).toMatchObject({ name: 'hananoya-e1.tlog-proof' })
  })

  it('holds the words for whoever may read them', async () => {
    expect(await words(world.merchant, 'correction.filed')).toEqual({
      kind: 'shown',
      words: aRow(number).reason,
    })
    expect(await words(world.agent, 'correction.noted')).toEqual({ kind: 'shown', words: note })
    expect(await words(world.merchant, 'correction.noted')).toEqual({ kind: 'withheld' })
    expect(await words(world.merchant, 'correction.claimed')).toEqual({ kind: 'none' })
  })

  it('holds after its words were erased, without them', async () => {
    const { id } = await eventOf('correction.filed')
    const subject = { number, shop: 'hananoya' }
    await eraseWords(world.admin, subject, { events: [id], reason: 'ご本人からの消去の請求' })
    expect(await words(world.merchant, 'correction.filed')).toEqual({ kind: 'withheld' })
  })

  it('is drawn from the newest checkpoint that a witness has seen', async () => {
    const { id } = await eventOf('order.corrected')
    const { db, clock } = world
    await seal({ db, clock, ...sealing })
    const seen = await latestCheckpoint(db)
    const { text = '' } = parseNote(seen?.note ?? '') ?? {}
    const witness = aKey('witness.example/w1', 9, 0x04)
    const line = witness.sees(text, 1_795_482_000)
    await db.cosignature.create({
      data: { size: seen?.size ?? 0, witness: 'witness.example/w1', line, at: clock.now() },
    })
    const fresh = await eventOf('audit.proof_taken')
    await seal({ db, clock, ...sealing })
    const witnesses = [parseVkey(witness.vkey)].filter((key) => key !== null)
    const keys = [...(await logKeys()), ...witnesses]
    const taken = await take(world.merchant, id)
    expect(taken.ok && checkProof(taken.text, keys)).toMatchObject({
      proven: { log: { size: seen?.size }, witnesses: [{ name: 'witness.example/w1', at: 1_795_482_000 }] },
    })
    const later = await take(world.merchant, (await eventOf('audit.proof_taken')).id)
    expect(later.ok && checkProof(later.text, keys)).toMatchObject({ proven: { witnesses: [] } })
    expect((await checked(world.merchant, fresh.id)).ok).toBe(true)
  })

  it('leaves a log in which nothing is wrong', async () => {
    const faults: unknown[] = []
    await verifyLog(world.db, (fault) => faults.push(fault))
    expect(faults).toEqual([])
  })

  it('is not made of what is stored now where something else was sealed, and that is told of', async () => {
    const { id } = await eventOf('order.corrected')
    await asOwner(
      world,
      `UPDATE order_event SET text = replace(text, 'cancelled', 'captured') WHERE id = '${id}'`,
    )
    expect(await take(world.auditor, id)).toEqual({ ok: false, refusal: 'unprovable' })
    expect(JSON.parse((await eventOf('audit.proof_taken')).text)).toMatchObject({
      outcome: 'refused',
      refusal: 'unprovable',
      details: { event: id, size: null },
    })
  })
})
