import { verifyAll } from './audit/verifying'
import { type Log, startLog } from './log'
import { type Product, startProduct } from './product'

/**
 * Lends a database with so many events to a measurement, and the product on it where that asks; afterwards every chain
 * and every head is checked, and all that was started ends.
 */
export async function onLog<T>(
  events: number,
  work: (log: Log, product: () => Promise<Product>) => Promise<T>,
): Promise<T> {
  const log = await startLog(events)
  let product: Product | null = null
  try {
    const result = await work(log, async () => {
      product ??= await startProduct(log)
      return product
    })
    await endOf(product)
    product = null
    await verifyAll(log)
    return result
  } finally {
    await endOf(product)
    await log.close()
  }
}

async function endOf(product: Product | null): Promise<void> {
  await product?.end()
}
