import type { Ended } from '~/audit/check/run.server'
import { placeOf } from '~/audit/fault-place'
import { faultWords } from '~/audit/fault-words'
import { i18nFor } from '~/i18n/translator.server'
import { shownWords } from '~/orders/shown-words'
import type { Database } from '~/platform/database.server'
import type { Mailer } from '~/platform/mail.server'

export type Alarm = {
  db: Database
  mailer: Mailer | null /** Besides the administrators. */
  to: string[]
  url: string
}

/** Faults that the mail names; the page has more. */
const named = 10

/** Tells the administrators, and whom the settings name, that the log is not in order. Nothing where all is well. */
export async function alarm({ db, mailer, to, url }: Alarm, ended: Ended): Promise<void> {
  if (!mailer || (ended.faultCount === 0 && ended.error === null)) return
  const admins = await db.user.findMany({ where: { role: 'admin' }, select: { email: true } })
  const recipients = [...new Set([...admins.map(({ email }) => email), ...to])]
  if (recipients.length === 0) return
  const parts = (['ja', 'en'] as const).map((language) => words(language, ended, url))
  await mailer.send({
    to: recipients,
    subject: parts.map(({ subject }) => subject).join(' / '),
    text: parts.map(({ text }) => text).join('\n\n--\n\n'),
  })
}

function words(language: 'ja' | 'en', { faultCount, faults, error }: Ended, url: string) {
  const t = i18nFor(language).getFixedT<['audit', 'common']>(null, ['audit', 'common'])
  const lines = faults
    .slice(0, named)
    .map((fault) => `- ${placeOf(fault)}: ${faultWords(t, fault, (shown) => shownWords(language, shown))}`)
  const text = [
    error === null ? t('audit:alarm.found', { count: faultCount }) : t('audit:alarm.error', { error }),
    ...lines,
    '',
    t('audit:alarm.todo'),
    `${url}/audit/verify`,
  ]
  return { subject: t('audit:alarm.subject'), text: text.join('\n') }
}
