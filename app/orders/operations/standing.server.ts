import type { OperationKind } from '~/platform/prisma/enums'
import { type Desk, permits } from '~/staff/desk.server'
import type { FoundOrder } from '../find.server'
import {
  cancelReachesKuroneko,
  captureRefusedBy,
  deliveryRefused,
  type Operation,
  type OperationRefusal,
  refusalOf,
  type StandingOrder,
  shippingDeliveries,
} from './allowed'
import { modificationSchema, totalOf } from './amount'
import { firstFailure } from './finish-operation.server'
import { type MethodChange, methodMatrix, methodRefusal, type TargetMethod, targetMethods } from './methods'

/** One method that the order's could be changed to. */
export type MethodOffer = {
  to: TargetMethod
  mark: MethodChange
  refusal: ReturnType<typeof methodRefusal>
}

/** What one order's page says of the ordinary operations. */
export type OrderStanding = {
  version: number
  /** Why each is not possible now; null where it is. */
  refusals: Record<Operation, OperationRefusal | null>
  /** Of each delivery, why it cannot be set to 配送完了. */
  deliveries: (OperationRefusal | null)[]
  /** The delivery whose slip or carrier stands against the capture, from 0. */
  slipAt: number | null
  /** What the capture tells Kuroneko. */
  slips: string[]
  cancelReaches: boolean
  methods: MethodOffer[]
  lines: { productId: string | null; name: string; unitPrice: number; quantity: number }[]
}

export type UnderWay = {
  kind: OperationKind
  since: Date
  by: string | null
  /** What the amount is to become. */
  amount: number | null
}

export type LastFailure = {
  kind: OperationKind
  /** `failed`: Kuroneko refused, and the order shows 決済失敗. `not_done`: everything is as it was. */
  state: 'failed' | 'not_done'
  at: Date
  errorCode: string | null
  creditErrorCode: string | null
  /** Why there was no usable answer, or what an inquiry said afterwards. */
  fault: string | null
}

/** What is under way at Kuroneko for an order, what failed last, and what this person may do with it now. */
export async function standingOf(desk: Desk, order: FoundOrder) {
  const last = await lastOperation(desk, order.id)
  const underWay = last?.state === 'under_way' ? underWayOf(last) : null
  const failure = last && failureOf(last, order)
  if (!permits(desk, 'orders.operate')) return { underWay, failure, operations: null }
  return { underWay, failure, operations: await operationsOf(desk, order, underWay !== null) }
}

function lastOperation(desk: Desk, orderId: string) {
  return desk.db.orderOperation.findFirst({
    where: { orderId },
    orderBy: { startedAt: 'desc' },
    include: { calls: { orderBy: { index: 'asc' } }, startedBy: { select: { name: true } } },
  })
}
type Last = NonNullable<Awaited<ReturnType<typeof lastOperation>>>

function underWayOf({ kind, startedAt, startedBy, input }: Last): UnderWay {
  const wanted = kind === 'modify' ? modificationSchema.parse(input) : null
  return { kind, since: startedAt, by: startedBy?.name ?? null, amount: wanted && totalOf(wanted) }
}

/** A failure is told as long as the order still shows what it left behind. A buyer who is not through is no failure. */
function failureOf({ kind, state, calls, finishedAt }: Last, order: FoundOrder): LastFailure | null {
  const standing = { failed: 'failed', not_done: 'authorized' } as const
  if (state !== 'failed' && (state !== 'not_done' || kind === 'register')) return null
  if (order.paymentStatus !== standing[state] || !finishedAt) return null
  const { errorCode = null, creditErrorCode = null, fault = null } = firstFailure(calls) ?? {}
  return { kind, state, at: finishedAt, errorCode, creditErrorCode, fault }
}

async function operationsOf(desk: Desk, order: FoundOrder, underWay: boolean): Promise<OrderStanding> {
  const [{ manualLink }, lines] = await Promise.all([
    desk.db.shop.findUniqueOrThrow({ where: { id: order.shopId }, select: { manualLink: true } }),
    desk.db.orderLine.findMany({
      where: { orderId: order.id },
      orderBy: { index: 'asc' },
      select: { productId: true, name: true, unitPrice: true, quantity: true },
    }),
  ])
  const setting = order.shop.carrierSetting
  const standing: StandingOrder = { ...order, carrierSetting: setting, underWay }
  const methods = methodsFor(order, manualLink)
  const leaving = shippingDeliveries(order.deliveries)
  const faulty = leaving.find((delivery) => captureRefusedBy(delivery, setting))
  return {
    version: order.version,
    refusals: refusalsOf(standing, methods, desk.clock.now()),
    deliveries: order.deliveries.map((_, at) => deliveryRefused(order, at)),
    slipAt: faulty ? order.deliveries.indexOf(faulty) : null,
    slips: leaving.flatMap(({ slipNumber }) => slipNumber ?? []),
    cancelReaches: cancelReachesKuroneko(standing),
    methods,
    lines,
  }
}

function refusalsOf(
  standing: StandingOrder,
  methods: MethodOffer[],
  now: Date,
): Record<Operation, OperationRefusal | null> {
  const of = (operation: Operation) => refusalOf(operation, standing, now)
  const offered = methods.some(({ refusal }) => refusal === null)
  return {
    ship: of('ship'),
    capture: of('capture'),
    cancel: of('cancel'),
    modify: of('modify'),
    change_method: of('change_method') ?? (offered ? null : 'method_not_offered'),
    change_fee: of('change_fee'),
    reset_shipping: of('reset_shipping'),
  }
}

/** The manual's row for the order's own method; empty where it has none. */
function methodsFor({ paymentMethod }: FoundOrder, manualLink: boolean): MethodOffer[] {
  const row = Object.entries(methodMatrix).find(([from]) => from === paymentMethod)?.[1]
  if (!row) return []
  return targetMethods.map((to) => ({
    to,
    mark: row[to],
    refusal: methodRefusal(paymentMethod, to, manualLink),
  }))
}
