import type { Actor } from '~/staff/desk.server'
import { startSandbox, traders } from '../../kuroneko/sandbox'
import { answeredRun } from '../answered-orders'
import type { Log } from '../log'
import { aPerson } from '../product'

export type Shop = { id: string; code: string; numbers: string[] }

/** More than two merchants of a shop file in a minute. */
const ordersPerMinute = 600

/** Two shops that Kuroneko's sandbox knows, with orders to be corrected, and the people of a desk. */
export async function soakWorld(log: Log, minutes: number) {
  const found = await log.db.shop.findMany({ take: 2, orderBy: { code: 'asc' } })
  const shops: Shop[] = []
  for (const [at, { id, code }] of found.entries()) {
    await log.db.shop.update({ where: { id }, data: { traderCode: traders[at]?.code ?? '' } })
    const count = Math.ceil(minutes * ordersPerMinute) + 50
    shops.push({ id, code, numbers: await answeredRun(log.db, id, (at + 1) * 100_000, count) })
  }
  return { shops, sandbox: await startSandbox(), people: await peopleOf(log, shops) }
}
export type World = Awaited<ReturnType<typeof soakWorld>>

/** Sixteen: two merchants of either shop, six agents, two each of the others. */
async function peopleOf(log: Log, shops: Shop[]) {
  const merchants: { actor: Actor; shop: Shop }[] = []
  for (const shop of [...shops, ...shops]) {
    merchants.push({ shop, actor: await aPerson(log, 'merchant', shop.id) })
  }
  const some = async (role: Actor['role'], count: number) =>
    Promise.all(Array.from({ length: count }, () => aPerson(log, role)))
  return {
    merchants,
    reviewers: [...(await some('agent', 6)), ...(await some('lead', 2))],
    readers: [...(await some('auditor', 2)), ...(await some('admin', 2))],
  }
}
