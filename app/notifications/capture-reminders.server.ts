import { i18nFor } from '~/i18n/translator.server'
import { dueReminders, markReminded, type Reminder } from '~/orders/operations/remind.server'
import type { Clock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import type { Mailer } from '~/platform/mail.server'

export type Reminding = {
  db: Database
  clock: Clock
  /** Null where no mail server is set: the shop's start page reminds all the same. */
  mailer: Mailer | null
  url: string
}

/** Order numbers that a mail lists; the page that it leads to has them all. */
const listed = 50

/** Reminds each shop's members of the orders that can be captured for 7, 3 or 1 more days, once at each of them. */
export async function remindOfCapture({ db, clock, mailer, url }: Reminding): Promise<void> {
  if (!mailer) return
  for (const reminder of await dueReminders({ db, clock })) {
    const members = await db.member.findMany({
      where: { organizationId: reminder.shopId },
      select: { user: { select: { email: true } } },
    })
    const to = members.map(({ user }) => user.email)
    if (to.length > 0) await mailer.send({ to, ...words(reminder, url) })
    await markReminded({ db, clock }, reminder)
  }
}

function words({ daysLeft, orders }: Reminder, url: string): { subject: string; text: string } {
  const parts = (['ja', 'en'] as const).map((language) => {
    const t = i18nFor(language).getFixedT<'orders'>(null, 'orders')
    const count = orders.length
    return {
      subject: t('reminder.subject', { count, daysLeft }),
      text: [
        t('reminder.text', { count, daysLeft }),
        ...orders.slice(0, listed).map(({ number }) => `- ${number}`),
        ...(count > listed ? [t('reminder.more', { count: count - listed })] : []),
        `${url}/orders?left=${daysLeft}`,
      ].join('\n'),
    }
  })
  return {
    subject: parts.map(({ subject }) => subject).join(' / '),
    text: parts.map(({ text }) => text).join('\n\n--\n\n'),
  }
}
