import { approve } from '~/corrections/approve.server'
import { askAboutRequest } from '~/corrections/ask-kuroneko.server'
import { claim } from '~/corrections/claim.server'
import { requestDetail } from '~/corrections/detail.server'
import { file } from '~/corrections/file.server'
import { answer, ask } from '~/corrections/message.server'
import { addNote } from '~/corrections/note.server'
import { reject } from '~/corrections/reject.server'
import { withdraw } from '~/corrections/withdraw.server'
import type { Kuroneko } from '~/kuroneko/client.server'
import type { Clock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import type { Desk, Jobs } from '~/staff/desk.server'
import { type DemoShop, demoShops } from './people'
import { type DemoRequest, demoRequests, type Scene } from './request-table'

const hour = 3_600_000

/**
 * The demo's requests, filed and decided through the desk's own verbs, as they happened over the last week. Called on
 * each load, after the orders; an order that has a request already is left alone, so an interrupted load goes on.
 */
export async function loadDemoRequests(world: DemoWorld): Promise<void> {
  if (await areDemoRequestsThere(world.db)) return
  const now = Date.now()
  for (const demo of demoRequests) await play(world, demo, now)
}

export async function areDemoRequestsThere(db: Database): Promise<boolean> {
  return (await db.correctionRequest.count()) >= demoRequests.length
}

/** Where the demo's past takes place. Kuroneko is asked at the time of each scene. */
export type DemoWorld = { db: Database; kuronekoAt(clock: Clock): Kuroneko }

async function play(world: DemoWorld, demo: DemoRequest, now: number): Promise<void> {
  const { db } = world
  const order = await db.order.findFirst({
    where: { shop: { code: demoShops[demo.shop].code }, number: { endsWith: demo.tail } },
    select: { number: true, shopId: true, requests: { select: { id: true }, take: 1 } },
  })
  if (!order) throw new Error(`the demo has no order that ends in ${demo.tail}`)
  if (order.requests.length > 0) return
  const filedAt = now - demo.hoursAgo * hour
  const shop = await deskOf(world, demo.shop, filedAt)
  const filed = await file(shop, {
    shopId: order.shopId,
    rows: [{ ...demo.row, orderNumber: demo.typed?.(order.number) ?? order.number }],
    idempotencyKey: crypto.randomUUID(),
  })
  const reference = filed.ok ? filed.references[0] : undefined
  if (!reference)
    throw new Error(`the demo's request for ${order.number} was refused: ${JSON.stringify(filed)}`)
  for (const scene of demo.scenes) {
    const desk = await deskOf(world, scene.by === 'shop' ? demo.shop : scene.by, filedAt + scene.after * hour)
    const done = await act(desk, reference, scene)
    if (!done.ok) throw new Error(`the demo's ${scene.do} on ${order.number} was refused: ${done.refusal}`)
  }
}

function act(desk: Desk, reference: string, scene: Scene) {
  const idempotencyKey = crypto.randomUUID()
  switch (scene.do) {
    case 'claim':
      return claim(desk, reference)
    case 'withdraw':
      return withdraw(desk, reference)
    case 'ask':
      return ask(desk, reference, scene.words)
    case 'answer':
      return answer(desk, reference, scene.words)
    case 'note':
      return addNote(desk, reference, scene.words)
    case 'reject':
      return reject(desk, { reference, idempotencyKey, note: scene.words })
    case 'approve':
    case 'approve_second':
      return approveAsShown(desk, reference, scene.do)
  }
}

async function approveAsShown(desk: Desk, reference: string, action: 'approve' | 'approve_second') {
  await askAboutRequest(desk, reference)
  const detail = await requestDetail(desk, reference)
  const digest = detail?.approval?.digest ?? ''
  return approve(desk, { reference, action, digest, idempotencyKey: crypto.randomUUID() })
}

const emails: Record<DemoShop | 'desk' | 'lead', string> = {
  hananoya: 'tenpo@mitame.test',
  linne: 'tenpo2@mitame.test',
  desk: 'desk@mitame.test',
  lead: 'lead@mitame.test',
}

/** What the demo's Kuroneko left unanswered a week ago stays so. */
const noJobs: Jobs = { send: async () => {} }

/** One of the demo's people at their desk, at a moment of the past week. */
async function deskOf(
  { db, kuronekoAt }: DemoWorld,
  who: DemoShop | 'desk' | 'lead',
  at: number,
): Promise<Desk> {
  const clock = { now: () => new Date(at) }
  const { members, ...user } = await db.user.findUniqueOrThrow({
    where: { email: emails[who] },
    select: { id: true, name: true, email: true, role: true, members: { select: { organizationId: true } } },
  })
  return {
    actor: { ...user, shopId: members[0]?.organizationId ?? null },
    db,
    clock,
    via: 'web',
    kuroneko: kuronekoAt(clock),
    jobs: noJobs,
  }
}
