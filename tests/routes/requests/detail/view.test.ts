import { afterAll, beforeAll, expect, it } from 'vitest'
import { approve } from '~/corrections/approve.server'
import { claim } from '~/corrections/claim.server'
import { requestDetail } from '~/corrections/detail.server'
import { file } from '~/corrections/file.server'
import { ask } from '~/corrections/message.server'
import { addNote } from '~/corrections/note.server'
import { reject } from '~/corrections/reject.server'
import { actForShop } from '~/routes/requests/detail/act.server'
import { requestView } from '~/routes/requests/detail/view.server'
import { anOrder, aRow, aWorld, type World } from '../../../audit/world'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

let number = 0
async function filed(): Promise<string> {
  const wanted = `P${++number}`
  await anOrder(world.db, world.shop, wanted)
  const filing = { shopId: world.shop, rows: [aRow(wanted)], idempotencyKey: crypto.randomUUID() }
  const answer = await file(world.merchant, filing)
  if (!answer.ok) throw new Error('not filed')
  return answer.references[0] ?? ''
}
const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

it('shows questions to the shop and notes to nobody there', async () => {
  const reference = await filed()
  await claim(world.agent, reference)
  await addNote(world.agent, reference, '社内だけの話')
  await ask(world.agent, reference, '取消日時を教えてください')
  const view = await requestView(world.merchant, reference)
  expect(view?.messages.map(({ body }) => body)).toEqual(['取消日時を教えてください'])
  expect(JSON.stringify(view)).not.toContain('社内だけの話')
  expect(view).toMatchObject({ state: 'needs_info', canAnswer: true, canWithdraw: true })
  expect(await requestView(world.otherMerchant, reference)).toBeNull()
})

it('shows what Kuroneko answered and what the rules make of it, until it is decided', async () => {
  const reference = await filed()
  const open = await requestView(world.merchant, reference)
  expect(open?.evidence).toEqual({
    kind: 'inquiry',
    outcome: 'answered',
    statusInfo: 40,
    amount: 8640,
    reason: null,
    askedAt: expect.any(String),
  })
  expect(open?.outlook).toMatchObject({ verdict: 'look', secondPerson: false })
  expect(open?.outlook?.findings.map(({ id }) => id)).toContain('goods_have_left')
  await claim(world.agent, reference)
  await reject(world.agent, { reference, idempotencyKey: crypto.randomUUID(), note: '照会結果と異なります' })
  expect(await requestView(world.merchant, reference)).toMatchObject({
    evidence: { statusInfo: 40 },
    outlook: null,
  })
})

it('shows why a request was rejected, and nothing to press then', async () => {
  const reference = await filed()
  await claim(world.agent, reference)
  await reject(world.agent, { reference, idempotencyKey: crypto.randomUUID(), note: '照会結果と異なります' })
  expect(await requestView(world.merchant, reference)).toMatchObject({
    state: 'rejected',
    rejection: { note: '照会結果と異なります' },
    canAnswer: false,
    canWithdraw: false,
  })
})

it('shows what an applied request changed, and not what reviewers handed on', async () => {
  const reference = await filed()
  await claim(world.agent, reference)
  const digest = (await requestDetail(world.agent, reference))?.approval?.digest ?? ''
  const decision = { reference, action: 'approve', digest, idempotencyKey: crypto.randomUUID() } as const
  await approve(world.agent, { ...decision, note: '電話で確認済み' })
  const view = await requestView(world.merchant, reference)
  expect(view).toMatchObject({
    state: 'applied',
    applied: { before: { payment: 'captured' }, after: { payment: 'cancelled' } },
  })
  expect(JSON.stringify({ ...view, history: [] })).not.toContain('電話で確認済み')
})

it('takes the answer to a question once, and keeps what came too late', async () => {
  const reference = await filed()
  await claim(world.agent, reference)
  await ask(world.agent, reference, '取消日時を教えてください')
  const answer = (body: string) => actForShop(world.merchant, reference, formOf({ intent: 'answer', body }))
  expect(await answer(' ')).toMatchObject({ refusal: 'invalid', message: 'error.message_required' })
  expect(await answer('11月20日です')).toMatchObject({ ok: true })
  expect(await answer('11月21日です')).toMatchObject({
    refusal: 'conflict',
    state: 'in_review',
    by: { name: '花のや 佐藤' },
    body: '11月21日です',
  })
})

it('takes a request back, and knows no other buttons', async () => {
  const reference = await filed()
  const press = (intent: string) => actForShop(world.merchant, reference, formOf({ intent }))
  expect(await press('approve')).toMatchObject({ refusal: 'not_found' })
  expect(await press('withdraw')).toMatchObject({ ok: true })
  expect(await requestView(world.merchant, reference)).toMatchObject({ state: 'withdrawn' })
})
