import type { Begun, Exporter } from './record.server'

/** How often (ms) an export says that its process is at work. */
export const aliveEvery = 15_000
/** One that has said nothing for so long (ms) lost its process, and will not end any more. */
const silentFor = 6 * aliveEvery

/** Says it until the returned function is called, also while the browser takes its time. */
export function keepAlive({ desk }: Exporter, { id }: Begun): () => void {
  const say = () => desk.db.auditExport.update({ where: { id }, data: { aliveAt: desk.clock.now() } })
  // One that goes unheard is followed by the next.
  const timer = setInterval(() => say().catch(() => {}), aliveEvery)
  return () => clearInterval(timer)
}

/** Whether an export has neither ended nor a process that could end it. */
export function isLost(
  { finishedAt, aliveAt }: { finishedAt: Date | null; aliveAt: Date },
  now: Date,
): boolean {
  return finishedAt === null && now.getTime() - aliveAt.getTime() > silentFor
}
