import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { orderHistory } from '~/audit/history.server'
import { askAboutRequest } from '~/corrections/ask-kuroneko.server'
import { claim } from '~/corrections/claim.server'
import { findingsAtDecisions } from '~/corrections/findings-then.server'
import { reject } from '~/corrections/reject.server'
import { approved, filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'
import { answered } from '../kuroneko-double'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function findingsBy(number: string, action: string) {
  const history = await orderHistory(world.auditor, number)
  if (history?.kind !== 'history') throw new Error(`no history of ${number}`)
  const found = await findingsAtDecisions(world.db, history.events)
  const event = history.events.find(({ told }) => told?.action === action && told.outcome === 'done')
  return found[event?.id ?? '']
}

async function tampered(sql: string): Promise<void> {
  const owner = new pg.Client(world.ownerUrl)
  await owner.connect()
  await owner.query(`SET session_replication_role = replica; ${sql}`)
  await owner.end()
}

/** Kuroneko had answered before it was filed, and says something else by now. */
async function filedThen(number: string, statusInfo: number, amount: number | null = 8640) {
  await anOrder(world.db, world.shop, number, {}, null)
  world.kuroneko.answers.set(number, answered(statusInfo, amount))
  return filed(world.merchant, world.shop, aRow(number))
}

it('are those that were approved, with their weight and facts, whatever Kuroneko says since', async () => {
  const reference = await filedThen('P1', 40)
  await approved(world.agent, reference)
  const stood = await findingsBy('P1', 'order.corrected')
  expect(stood?.length).toBeGreaterThan(0)
  expect(stood?.map(({ severity }) => severity)).not.toContain(null)
  expect(stood?.map(({ params }) => params)).not.toContain(null)
  const request = await world.db.correctionRequest.findUniqueOrThrow({ where: { reference } })
  const later = { id: crypto.randomUUID(), requestId: request.id, orderVersion: 9, secondPerson: true }
  const findings = [{ id: 'buyer_stays_charged', severity: 'no', params: {} }]
  await world.db.assessment.create({
    data: { ...later, verdict: 'no', findings, at: new Date('2027-01-01T00:00:00Z') },
  })
  expect(await findingsBy('P1', 'order.corrected')).toEqual(stood)
  expect(await findingsBy('P1', 'correction.approved')).toEqual(stood)
})

it('do not follow a content that is not the one whose digest the log holds', async () => {
  const reference = await filedThen('P2', 40)
  await approved(world.agent, reference)
  const stood = await findingsBy('P2', 'order.corrected')
  await tampered(`UPDATE decision SET content = replace(content, '"look"', '"info"')`)
  expect(await findingsBy('P2', 'order.corrected')).toEqual(stood)
})

it('are named by the log alone where nothing else is left', async () => {
  const reference = await filedThen('P-BARE', 40)
  await approved(world.agent, reference)
  const stood = await findingsBy('P-BARE', 'order.corrected')
  await tampered('DELETE FROM assessment; UPDATE decision SET content = NULL')
  const bare = stood?.map(({ id }) => ({ id, severity: null, params: null }))
  expect(await findingsBy('P-BARE', 'order.corrected')).toEqual(bare)
})

it('are those of the last assessment where a request was rejected', async () => {
  const reference = await filedThen('P3', 31)
  await claim(world.agent, reference)
  await reject(world.agent, { reference, idempotencyKey: crypto.randomUUID(), note: '請求が残ります' })
  world.kuroneko.answers.set('P3', answered(40))
  await askAboutRequest(world.agent, reference)
  const stood = await findingsBy('P3', 'correction.rejected')
  expect(stood?.map(({ id, severity }) => `${id} ${severity}`)).toContain('buyer_stays_charged no')
})

it('are none where the act decided nothing', async () => {
  expect(await findingsBy('P3', 'correction.claimed')).toBeUndefined()
})
