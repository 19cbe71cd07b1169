import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { deskCounts, secondBy, shopCounts } from './counts.server'
import { statesOf } from './views'

/** How many of each list a start page shows; the rest is a page away. */
const shown = 6

const fields = {
  reference: true,
  number: true,
  state: true,
  paymentWish: true,
  shippingWish: true,
  filedAt: true,
  dueAt: true,
  decidedAt: true,
  shop: { select: { name: true } },
  assignee: { select: { name: true } },
  order: {
    select: { paymentStatus: true, deliveries: { select: { status: true }, orderBy: { index: 'asc' } } },
  },
} satisfies Prisma.CorrectionRequestSelect

const withQuestion = {
  ...fields,
  messages: {
    where: { kind: 'question' },
    orderBy: { at: 'desc' },
    take: 1,
    select: { body: true, at: true },
  },
} satisfies Prisma.CorrectionRequestSelect

export type StartRequest = Prisma.CorrectionRequestGetPayload<{ select: typeof fields }>
export type AskedRequest = Prisma.CorrectionRequestGetPayload<{ select: typeof withQuestion }>

const soonest = [{ dueAt: 'asc' }, { id: 'asc' }] satisfies Prisma.CorrectionRequestOrderByWithRelationInput[]

/** What waits for a shop: questions to answer, what the desk has in hand, the latest results. */
export async function shopStart(desk: Desk) {
  const scope = shopScope(desk.actor)
  const { correctionRequest } = desk.db
  const [counts, asked, open, results] = await Promise.all([
    shopCounts(desk),
    correctionRequest.findMany({
      where: { ...scope, state: { in: statesOf.waiting } },
      orderBy: soonest,
      take: shown,
      select: withQuestion,
    }),
    correctionRequest.findMany({
      where: { ...scope, state: { in: [...statesOf.open, ...statesOf.second] } },
      orderBy: soonest,
      take: shown,
      select: fields,
    }),
    correctionRequest.findMany({
      where: { ...scope, decidedAt: { not: null } },
      orderBy: { decidedAt: 'desc' },
      take: shown,
      select: fields,
    }),
  ])
  return { counts, asked, open, results }
}
export type ShopStart = Awaited<ReturnType<typeof shopStart>>

/** What waits for a reviewer: their own, what nobody has taken, and second approvals where they may give them. */
export async function reviewerStart(desk: Desk) {
  const soonestOf = (where: Prisma.CorrectionRequestWhereInput) =>
    desk.db.correctionRequest.findMany({ where, orderBy: soonest, take: shown, select: fields })
  const [counts, mine, unclaimed, second] = await Promise.all([
    deskCounts(desk),
    soonestOf({ state: { in: statesOf.mine }, assigneeId: desk.actor.id }),
    soonestOf({ state: { in: statesOf.open }, assigneeId: null }),
    permits(desk, 'desk.decide_second') ? soonestOf(secondBy(desk)) : [],
  ])
  return { counts, mine, unclaimed, second }
}
export type ReviewerStart = Awaited<ReturnType<typeof reviewerStart>>
