import type { PgBoss } from 'pg-boss'
import { type Reminding, remindOfCapture } from '~/notifications/capture-reminders.server'
import { captureReminders } from './capture-limits.server'

/** Each morning: mails to shops whose orders will soon be beyond capture. */
export async function workReminders(boss: PgBoss, reminding: Reminding): Promise<void> {
  const { cron, tz } = captureReminders
  await boss.work('capture-reminders', () => remindOfCapture(reminding))
  await boss.schedule('capture-reminders', cron, null, { tz, missed: 'once' })
}
