import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve } from '~/corrections/approve.server'
import { claim } from '~/corrections/claim.server'
import { requestDetail } from '~/corrections/detail.server'
import { file } from '~/corrections/file.server'
import { requestList } from '~/corrections/list.server'
import { answer, ask } from '~/corrections/message.server'
import { addNote } from '~/corrections/note.server'
import { queue } from '~/corrections/queue.server'
import { reject } from '~/corrections/reject.server'
import { release } from '~/corrections/release.server'
import { resume } from '~/corrections/resume.server'
import { returnToReview } from '~/corrections/return.server'
import { withdraw } from '~/corrections/withdraw.server'
import type { Desk } from '~/staff/desk.server'
import { approved, digestOf, filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'

let world: World
let count = 0
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const people = ['merchant', 'otherMerchant', 'agent', 'lead', 'auditor', 'admin'] as const
type Person = (typeof people)[number]

type State = 'submitted' | 'in_review' | 'needs_info' | 'awaiting_second'

/** A fresh request of the first shop in a state. */
async function requestIn(state: State): Promise<string> {
  const number = `P${++count}`
  await anOrder(world.db, world.shop, number, state === 'awaiting_second' ? { amount: 100_000 } : {})
  const reference = await filed(world.merchant, world.shop, aRow(number))
  if (state !== 'submitted') await claim(world.agent, reference)
  if (state === 'needs_info') await ask(world.agent, reference, '返送は済んでいますか')
  if (state === 'awaiting_second') await approved(world.agent, reference)
  return reference
}

const key = () => ({ idempotencyKey: crypto.randomUUID() })

/** Each act, the state it is for, how it is done, and exactly who may: for everybody else the request does not exist. */
const acts: [string, State, (desk: Desk, reference: string) => Promise<{ ok: boolean }>, Person[]][] = [
  ['claim', 'submitted', claim, ['agent', 'lead']],
  ['release', 'in_review', release, ['agent', 'lead']],
  ['ask', 'in_review', (desk, reference) => ask(desk, reference, '質問'), ['agent', 'lead']],
  ['note', 'in_review', (desk, reference) => addNote(desk, reference, 'メモ'), ['agent', 'lead']],
  ['resume', 'needs_info', resume, ['agent', 'lead']],
  [
    'answer',
    'needs_info',
    (desk, reference) => answer(desk, reference, '回答'),
    ['merchant', 'agent', 'lead'],
  ],
  ['withdraw', 'submitted', withdraw, ['merchant', 'agent', 'lead']],
  [
    'reject',
    'in_review',
    (desk, reference) => reject(desk, { reference, note: '理由', ...key() }),
    ['agent', 'lead'],
  ],
  [
    'return',
    'awaiting_second',
    (desk, reference) => returnToReview(desk, { reference, note: '理由', ...key() }),
    ['agent', 'lead'],
  ],
  ['approve', 'in_review', (desk, reference) => decided(desk, reference, 'approve'), ['agent', 'lead']],
]

async function decided(desk: Desk, reference: string, action: 'approve' | 'approve_second') {
  return approve(desk, { reference, action, digest: await digestOf(desk, reference), ...key() })
}

describe.each(acts)('%s', (_, state, act, allowed) => {
  it.each(people)(`by %s`, async (person) => {
    const reference = await requestIn(state)
    const before = await world.db.orderEvent.count()
    const done = await act(world[person], reference)
    if (allowed.includes(person)) expect(done).toMatchObject({ ok: true })
    else {
      expect(done).toEqual({ ok: false, refusal: 'not_found' })
      expect(await world.db.orderEvent.count()).toBe(before)
    }
  })
})

describe('the second approval', () => {
  it.each(people)('by %s', async (person) => {
    const reference = await requestIn('awaiting_second')
    const done = await decided(world[person], reference, 'approve_second')
    const refusal = person === 'agent' ? 'needs_lead' : 'not_found'
    if (person === 'lead') expect(done).toMatchObject({ ok: true, state: 'applied' })
    else expect(done).toEqual({ ok: false, refusal })
  })
})

describe('filing', () => {
  it.each(people)('by %s', async (person) => {
    const rows = [aRow(`P-UNMATCHED-${++count}`)]
    const done = await file(world[person], { shopId: world.shop, rows, ...key() })
    expect(done.ok).toBe(['merchant', 'agent', 'lead'].includes(person))
  })
})

describe('reading', () => {
  it('shows a request to its shop and to the desk, and to nobody else', async () => {
    const reference = await requestIn('in_review')
    await addNote(world.agent, reference, '店舗には見せないメモ')
    for (const person of people) {
      const detail = await requestDetail(world[person], reference)
      if (person === 'otherMerchant') expect(detail).toBeNull()
      else {
        const notes = detail?.messages.filter(({ kind }) => kind === 'note').length
        expect([person, notes]).toEqual([person, person === 'merchant' ? 0 : 1])
      }
    }
  })

  it('opens the queue to the desk only', async () => {
    for (const person of people) {
      const page = await queue(world[person], { view: 'open', after: undefined })
      expect([person, page === null]).toEqual([person, person.toLowerCase().endsWith('merchant')])
    }
  })

  it('lists a shop’s own requests to a merchant', async () => {
    await file(world.otherMerchant, { shopId: world.otherShop, rows: [aRow('P-OTHER')], ...key() })
    const own = await requestList(world.otherMerchant, { view: 'all', after: undefined })
    expect(own?.rows.map(({ number }) => number)).toEqual(['P-OTHER'])
    const all = await requestList(world.auditor, { view: 'all', after: undefined })
    expect(all?.rows.length).toBeGreaterThan(1)
  })
})
