import { z } from 'zod'
import type { Storefront } from '~/shops/storefront.server'
import { firstFailure } from '../operations/finish-operation.server'

const attemptSchema = z.object({ number: z.string() })

/** What a buyer sees of an order of theirs. Null where there is none in this shop. */
export async function boughtOrder({ db, shop }: Storefront, number: string) {
  const order = await db.order.findUnique({
    where: { shopId_number: { shopId: shop.id, number } },
    select: {
      ...{ id: true, number: true, orderedAt: true, amount: true, shippingFee: true, buyerId: true },
      ...{ paymentMethod: true, paymentStatus: true, kuronekoOrderNumber: true },
      lines: { orderBy: { index: 'asc' }, select: { name: true, unitPrice: true, quantity: true } },
      deliveries: { orderBy: { index: 'asc' }, select: { status: true, slipNumber: true } },
      operations: {
        where: { kind: 'register' },
        orderBy: { startedAt: 'desc' },
        include: { calls: { orderBy: { index: 'asc' } } },
      },
    },
  })
  if (!order) return null
  const { operations, kuronekoOrderNumber, ...facts } = order
  const kuronekoNumber = kuronekoOrderNumber ?? order.number
  const [last] = operations
  const failed = last?.state === 'failed' ? firstFailure(last.calls) : undefined
  return {
    ...facts,
    /** The number of the attempt that can be made now; `attempted` where it was made. */
    kuronekoNumber,
    attempted: operations.some(({ input }) => numberIn(input) === kuronekoNumber),
    /** Kuroneko has not said yet what became of the payment. */
    underWay: last?.state === 'under_way',
    /** Whether the buyer has tried to pay at all. */
    tried: last !== undefined,
    failure: failed && { errorCode: failed.errorCode, creditErrorCode: failed.creditErrorCode },
  }
}

function numberIn(input: unknown): string | null {
  const parsed = attemptSchema.safeParse(input)
  return parsed.success ? parsed.data.number : null
}
export type BoughtOrder = NonNullable<Awaited<ReturnType<typeof boughtOrder>>>

/** A member's orders, the newest first. */
export function ordersOf({ db, member }: Storefront) {
  if (!member) return Promise.resolve([])
  return db.order.findMany({
    where: { buyerId: member.id },
    select: { number: true, orderedAt: true, amount: true, paymentStatus: true, paymentMethod: true },
    orderBy: { orderedAt: 'desc' },
    take: 50,
  })
}
