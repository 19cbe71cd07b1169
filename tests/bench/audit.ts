import { measureAppending } from './audit/appending'
import { startLog } from './audit/log'
import { type Duration, type Row, tableOf } from './audit/measure'
import { plansOf } from './audit/plans'
import { measureReads, readsOf } from './audit/reading'
import { measureVerifying, verifyAll } from './audit/verifying'

/**
 * `npx tsx tests/bench/audit.ts [EVENTS …]`, 10,000 and 1,000,000 unless told: what people wait for in the audit log,
 * each against the same reading through bare `pg` with prepared statements, on a PostgreSQL of its own that is durable.
 * Then the plan of every statement that the product sent. Whether it grows with the log shows in the last table.
 */

const duration: Duration = { warmUp: 1_000, milliseconds: 4_000 }

async function bench(events: number): Promise<Row[]> {
  const log = await startLog(events)
  try {
    const { made, sealing } = log
    const written = (made.events / made.seconds).toFixed(0)
    console.log(
      `\n── ${events} events ──  written ${written} per second, sealed ${sealing.toFixed(0)} per second\n`,
    )
    const reads = await measureReads(await readsOf(log), duration)
    const rows = [...reads, await measureVerifying(log), await measureAppending(log, duration)]
    await verifyAll(log)
    console.log(tableOf(rows))
    for (const [name, planned] of await plansOf(log)) {
      for (const { query, plan } of planned) console.log(`\n── ${name} ──\n${query.trim()}\n\n${plan}`)
    }
    return rows
  } finally {
    await log.close()
  }
}

const sizes = process.argv.slice(2).map(Number)
const results: Row[][] = []
for (const events of sizes.length > 0 ? sizes : [10_000, 1_000_000]) results.push(await bench(events))

const [smallest = []] = results
const largest = results.at(-1) ?? []
console.log('\n── median time, from the smallest log to the largest ──')
for (const [place, { name, measured }] of smallest.entries()) {
  const then = largest[place]?.measured.p50 ?? 0
  console.log(`${name.padEnd(34)} ${measured.p50.toFixed(2)} → ${then.toFixed(2)} ms`)
}
