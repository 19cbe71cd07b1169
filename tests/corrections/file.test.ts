import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '~/audit/verify.server'
import { file } from '~/corrections/file.server'
import type { FilingRow } from '~/corrections/forms'
import type { Desk } from '~/staff/desk.server'
import { anOrder, aRow, aWorld, type World } from '../audit/world'

let world: World
beforeAll(async () => {
  world = await aWorld()
  for (const number of ['P1', 'P2', 'P3', 'P4-1', 'P5']) await anOrder(world.db, world.shop, number)
  await anOrder(world.db, world.otherShop, 'P9')
})
afterAll(() => world.close())

const filing = (rows: FilingRow[], shopId = world.shop, idempotencyKey = crypto.randomUUID()) => ({
  shopId,
  rows,
  idempotencyKey,
})
const fileAs = (desk: Desk, rows: FilingRow[], shopId?: string) => file(desk, filing(rows, shopId))
const requests = () => world.db.correctionRequest.count()

describe('filing', () => {
  it('keeps what was typed beside the order that it means', async () => {
    const filed = await fileAs(world.merchant, [aRow(' ｐ１ '), aRow('P5-2')])
    expect(filed).toMatchObject({
      ok: true,
      references: [expect.stringMatching(/^MT-2026-\d{6}$/u), expect.anything()],
    })
    const rows = await world.db.correctionRequest.findMany({
      orderBy: { reference: 'asc' },
      include: { order: true },
    })
    expect(rows.map((row) => [row.numberAsTyped, row.order?.number, row.numberMatch, row.onBehalf])).toEqual([
      [' ｐ１ ', 'P1', 'normalised', false],
      ['P5-2', 'P5', 'without_suffix', false],
    ])
  })

  it('files all rows or none, and says which stand in the way', async () => {
    const before = await requests()
    const answer = await fileAs(world.merchant, [
      aRow('P2'),
      aRow('P1'),
      aRow('p2'),
      aRow('P3', { paymentStatus: 'captured', shippingStatus: 'shipped' }),
    ])
    expect(answer).toMatchObject({
      ok: false,
      refusal: 'invalid',
      problems: [
        { row: 1, code: 'already_open', field: 'orderNumber', reference: expect.stringMatching(/^MT-/u) },
        { row: 2, code: 'twice', field: 'orderNumber' },
        { row: 3, code: 'nothing_changes', field: 'paymentStatus' },
      ],
    })
    expect(await requests()).toBe(before)
  })

  it('keeps a number that no order has, on a chain of its own', async () => {
    const filed = await fileAs(world.merchant, [aRow('P-NOT-IMPORTED-YET')])
    const reference = filed.ok ? filed.references[0] : ''
    const request = await world.db.correctionRequest.findUniqueOrThrow({ where: { reference } })
    expect(request).toMatchObject({ orderId: null, numberMatch: 'none', eventSeq: 1 })
  })

  it('reads another shop’s order exactly like one that does not exist', async () => {
    const known = await fileAs(world.merchant, [aRow('P9')])
    const unknown = await fileAs(world.merchant, [aRow('P-NOWHERE')])
    const shape = (answer: object) => JSON.stringify(answer).replace(/[0-9a-f-]{36}|MT-\d+-\d+/gu, '')
    expect(shape(known)).toBe(shape(unknown))
    const request = await world.db.correctionRequest.findFirstOrThrow({ where: { number: 'P9' } })
    expect(request.orderId).toBeNull()
  })

  it('answers the same press again and files once', async () => {
    const once = filing([aRow('P2')])
    const first = await file(world.merchant, once)
    expect(await file(world.merchant, once)).toEqual(first)
  })

  it('gives an order one open request, however many press at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => fileAs(world.merchant, [aRow('P3')])))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is marked when staff file for a shop, and closed to everybody else', async () => {
    const onBehalf = await fileAs(world.agent, [aRow('P4-1')])
    const reference = onBehalf.ok ? onBehalf.references[0] : ''
    expect(await world.db.correctionRequest.findUniqueOrThrow({ where: { reference } })).toMatchObject({
      onBehalf: true,
    })
    for (const desk of [world.otherMerchant, world.auditor, world.admin]) {
      expect(await fileAs(desk, [aRow('P5')])).toEqual({ ok: false, refusal: 'not_found' })
    }
  })

  it('leaves a clean log', async () => {
    const faults: unknown[] = []
    await verifyLog(world.db, (fault) => faults.push(fault))
    expect(faults).toEqual([])
  })
})
