import { closeBoss, jobsOf, openBoss } from '~/jobs/boss.server'
import { createKuroneko } from '~/kuroneko/client.server'
import type { Modification } from '~/orders/operations/amount'
import { beginCancel } from '~/orders/operations/cancel.server'
import { beginCapture } from '~/orders/operations/capture.server'
import { conduct } from '~/orders/operations/conduct.server'
import { beginModify } from '~/orders/operations/modify.server'
import { openDatabase } from '~/platform/database.server'
import { createLogger } from '~/platform/log.server'
import type { Actor, Desk } from '~/staff/desk.server'

export type Task =
  | { act: 'capture' | 'cancel'; orderId: string }
  | { act: 'modify'; orderId: string; wanted: Modification }
  /** What the job does with an operation that somebody else began. */
  | { act: 'conduct'; operationId: string }

/** Operates on several orders at once, as a process of its own with all that the product has; it is ended from outside. */
export type Errand = { url: string; kuronekoUrl: string; actor: Actor; now: string; tasks: Task[] }

const errand: Errand = JSON.parse(process.argv[2] ?? '{}')
const clock = { now: () => new Date(errand.now) }
const log = createLogger('error')
const db = openDatabase(errand.url)
const boss = await openBoss(errand.url, log)
const kuroneko = createKuroneko({ url: errand.kuronekoUrl, clock, log })
const desk: Desk = { actor: errand.actor, db, clock, via: 'web', kuroneko, jobs: jobsOf(boss) }

function begin(task: Exclude<Task, { act: 'conduct' }>) {
  if (task.act === 'modify') return beginModify(desk, task.orderId, task.wanted)
  return task.act === 'cancel' ? beginCancel(desk, task.orderId) : beginCapture(desk, task.orderId)
}

async function carryOut(task: Task): Promise<void> {
  if (task.act === 'conduct') return void (await conduct(desk, task.operationId))
  const begun = await begin(task)
  if (!begun.ok || !('operationId' in begun)) throw new Error(`${task.act}: ${JSON.stringify(begun)}`)
  await conduct(desk, begun.operationId)
}

await Promise.all(errand.tasks.map(carryOut))
await Promise.all([closeBoss(boss), kuroneko.close(), db.$disconnect()])
