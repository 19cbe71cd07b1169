import { measureAppending } from './audit/appending'
import { type Planned, plansOf } from './audit/plans'
import { measureReads, readsOf } from './audit/reading'
import { measureVerifying, verifyAll } from './audit/verifying'
import { startLog } from './log'
import { type Duration, type Row, tableOf } from './measure'

/**
 * `npx tsx tests/bench/audit.ts [EVENTS …]`, 10,000 and 1,000,000 unless told: what people wait for in the audit log,
 * each against the same reading through bare `pg` with prepared statements, on a PostgreSQL of its own that is durable.
 * Then the plan of every statement that the product sent. Whether it grows with the log shows in the last table.
 */

const duration: Duration = { warmUp: 1_000, milliseconds: 4_000 }

type Result = { rows: Row[]; plans: Map<string, Planned[]> }

async function bench(events: number): Promise<Result> {
  const log = await startLog(events)
  try {
    const { made, sealing } = log
    const written = (made.events / made.seconds).toFixed(0)
    console.log(
      `\n── ${events} events ──  written ${written} per second, sealed ${sealing.toFixed(0)} per second\n`,
    )
    const reads = await measureReads(await readsOf(log), duration)
    const plans = await plansOf(log)
    const rows = [...reads, await measureVerifying(log), await measureAppending(log, duration)]
    await verifyAll(log)
    console.log(tableOf(rows))
    for (const [name, planned] of plans) {
      for (const { query, plan } of planned) console.log(`\n── ${name} ──\n${query.trim()}\n\n${plan}`)
    }
    return { rows, plans }
  } finally {
    await log.close()
  }
}

const sizes = process.argv.slice(2).map(Number)
const results: Result[] = []
for (const events of sizes.length > 0 ? sizes : [10_000, 1_000_000]) results.push(await bench(events))

/** Milliseconds that the database takes for all statements of each read, at every size. */
const inDatabase = ({ plans }: Result, name: string) =>
  (plans.get(name) ?? []).reduce((sum, { milliseconds }) => sum + milliseconds, 0)
console.log(
  '\n── from the smallest log to the largest: median ms in all, and ms in the database by the plans ──',
)
for (const [place, { name }] of (results[0]?.rows ?? []).entries()) {
  const medians = results.map(({ rows }) => (rows[place]?.measured.p50 ?? 0).toFixed(2))
  const planned = results.map((result) => inDatabase(result, name).toFixed(2))
  console.log(`${name.padEnd(34)} ${medians.join(' → ').padEnd(24)} ${planned.join(' → ')}`)
}
