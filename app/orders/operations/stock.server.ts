import type { Transaction } from '~/platform/database.server'

/** How many of a product an order takes more (positive) or fewer (negative). */
export type StockChange = { productId: string; quantity: number }

/**
 * Gives an order's stock back, once: its deliveries remember that they no longer hold any. The caller holds the
 * order's lock. Returns whether there was any to give back.
 */
export async function returnStock(tx: Transaction, orderId: string): Promise<boolean> {
  const held = await tx.delivery.updateMany({
    where: { orderId, stockState: 'allocated' },
    data: { stockState: 'returned' },
  })
  if (held.count === 0) return false
  await give(tx, await heldBy(tx, orderId))
  return true
}

/**
 * Takes stock for what is wanted more, all of it or none. The guard is in the write, so that buyers at the same time
 * never get the same piece; products are taken in one order, so that two never wait for each other.
 */
export async function takeStock(tx: Transaction, changes: StockChange[]): Promise<boolean> {
  const wanted = inOneOrder(changes.filter(({ quantity }) => quantity > 0))
  const taken: StockChange[] = []
  for (const { productId, quantity } of wanted) {
    const count = await tx.$executeRaw`
      UPDATE product SET stock = stock - ${quantity}
      WHERE id = ${productId}::uuid AND (stock IS NULL OR stock >= ${quantity})`
    if (count === 0) {
      await give(tx, taken)
      return false
    }
    taken.push({ productId, quantity })
  }
  return true
}

/** Takes the stock of an order that goes on after all; false, and nothing taken, where there is not enough. */
export async function takeStockAgain(tx: Transaction, orderId: string): Promise<boolean> {
  const returned = await tx.delivery.updateMany({
    where: { orderId, stockState: 'returned' },
    data: { stockState: 'allocated' },
  })
  if (returned.count === 0) return true
  if (await takeStock(tx, await heldBy(tx, orderId))) return true
  await tx.delivery.updateMany({
    where: { orderId, stockState: 'allocated' },
    data: { stockState: 'returned' },
  })
  return false
}

async function heldBy(tx: Transaction, orderId: string): Promise<StockChange[]> {
  const lines = await tx.orderLine.findMany({
    where: { orderId, productId: { not: null } },
    select: { productId: true, quantity: true },
  })
  return lines.flatMap(({ productId, quantity }) => (productId ? [{ productId, quantity }] : []))
}

/** Gives back what is no longer wanted. A product without stock keeping stays so. */
export async function give(tx: Transaction, changes: StockChange[]): Promise<void> {
  for (const { productId, quantity } of inOneOrder(changes)) {
    await tx.$executeRaw`UPDATE product SET stock = stock + ${quantity} WHERE id = ${productId}::uuid`
  }
}

function inOneOrder(changes: StockChange[]): StockChange[] {
  const sums = new Map<string, number>()
  for (const { productId, quantity } of changes) sums.set(productId, (sums.get(productId) ?? 0) + quantity)
  return [...sums]
    .map(([productId, quantity]) => ({ productId, quantity }))
    .sort((a, b) => (a.productId < b.productId ? -1 : 1))
}
