import { createTransport } from 'nodemailer'
import type { Config } from './config.server'

export type Mail = { to: string[]; subject: string; text: string }

/** Sends mail by SMTP. A refusal or an outage throws; who sends decides whether to try again. */
export type Mailer = { send(mail: Mail): Promise<void>; close(): void }

/** Milliseconds for each step of a conversation with the mail server. */
const patience = 15_000

/** Null where the settings name no mail server. */
export function createMailer(settings: Config['mail']): Mailer | null {
  if (!settings) return null
  const transport = createTransport(
    {
      url: settings.smtpUrl,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: settings.from },
  )
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ to, subject, text, textEncoding: 'base64' })
    },
    close: () => transport.close(),
  }
}
