import { i18nFor } from '~/i18n/translator.server'
import type { Mailer } from '~/platform/mail.server'
import { tokyoDay } from '~/platform/tokyo'
import type { Sink } from './sink'

/** Mails the newest note once on each Tokyo day on which there is a new one. */
export function mailSink(mailer: Mailer, to: string[]): Sink {
  return {
    name: `mail ${to.join(', ')}`,
    wants: (news, last, now) => news && (!last || tokyoDay(last) !== tokyoDay(now)),
    async deliver({ checkpoint: { size, note }, before, now }) {
      const about = { day: tokyoDay(now), size, added: size - before }
      const [ja, en] = (['ja', 'en'] as const).map((language) =>
        i18nFor(language).getFixedT(null, 'log')('mail.words', about),
      )
      const subject = i18nFor('ja').getFixedT(null, 'log')('mail.subject', about)
      await mailer.send({ to, subject, text: `${ja}\n\n${en}\n\n${note}` })
    },
  }
}
