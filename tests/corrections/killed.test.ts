import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLog } from '~/audit/verify.server'
import { claim } from '~/corrections/claim.server'
import { digestOf, filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'
import type { Errand } from './killed-approver'

let world: World
let orderId: string
let reference: string

beforeAll(async () => {
  world = await aWorld()
  orderId = await anOrder(world.db, world.shop, 'P251104000311888020')
  reference = await filed(world.merchant, world.shop, aRow('P251104000311888020'))
  await claim(world.agent, reference)
})
afterAll(() => world.close())

/** What an interrupted approval may not have touched. */
async function standing() {
  const order = await world.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { version: true, paymentStatus: true, eventSeq: true, eventHash: true, deliveries: true },
  })
  const request = await world.db.correctionRequest.findUniqueOrThrow({ where: { reference } })
  const counts = [await world.db.orderEvent.count(), await world.db.decision.count()]
  return { order, request, counts }
}

async function approveInItsOwnProcess(dieAfter: number) {
  const errand: Errand = {
    url: world.appUrl,
    actor: world.agent.actor,
    approval: {
      reference,
      action: 'approve',
      digest: await digestOf(world.agent, reference),
      idempotencyKey: crypto.randomUUID(),
    },
    dieAfter,
  }
  const script = join(import.meta.dirname, 'killed-approver.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(errand)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('exit', (_, signal) => resolve(signal))
  })
  return { said: await text(child.stdout), signal: await ended }
}

it('leaves nothing half done, wherever in an approval the process is killed', {
  timeout: 120_000,
}, async () => {
  const before = await standing()
  let statements = 0
  for (;;) {
    const { said, signal } = await approveInItsOwnProcess(statements + 1)
    if (signal === null) {
      expect(JSON.parse(said)).toMatchObject({ statements, answer: { ok: true, state: 'applied' } })
      break
    }
    expect(signal).toBe('SIGKILL')
    statements += 1
    const after = await standing()
    // The last statement is the commit: killed behind it, all is done, and the answer is lost on its way.
    if (after.request.state === 'applied') break
    expect(after, `killed after statement ${statements}`).toEqual(before)
  }
  expect(statements).toBeGreaterThan(8)
  expect(await standing()).toMatchObject({
    order: { version: 2, paymentStatus: 'cancelled' },
    request: { state: 'applied' },
    counts: [before.counts[0] !== undefined ? before.counts[0] + 2 : 0, 1],
  })
  const faults: unknown[] = []
  await verifyLog(world.db, (fault) => faults.push(fault))
  expect(faults).toEqual([])
})
