import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { Enrolment } from '~/staff/two-factor.server'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { ErrorSummary, type FieldError } from '~/ui/error-summary'
import { Pill } from '~/ui/pill'
import { TextField } from '~/ui/text-field'
import { VerdictBox } from '~/ui/verdict-box'
import type { AccountAnswer } from './account-action.server'

const own = ['start', 'confirm', 'renew', 'stop']

/** Sets the second step up, renews its backup codes, switches it off. */
export function TwoFactorCard({ answer, on }: { answer: AccountAnswer | undefined; on: boolean }) {
  const { t } = useTranslation('account')
  const mine = answer && own.includes(answer.intent) ? answer : undefined
  const errors = mine?.errors ?? []
  const state = on ? <Pill tone="green">{t('twoFactor.on')}</Pill> : <Pill>{t('twoFactor.off')}</Pill>
  return (
    <Card title={t('twoFactor.title')} end={state}>
      <div className="grid gap-4">
        <p className="text-muted">{t('twoFactor.lead')}</p>
        <ErrorSummary title={t('twoFactor.failed')} errors={errors} />
        {mine?.backupCodes && <BackupCodes codes={mine.backupCodes} renewed={mine.intent === 'renew'} />}
        {on && (
          <PasswordForm id="manage-password" errors={errors}>
            <SubmitButton intent="renew" tone="default">
              {t('twoFactor.renew')}
            </SubmitButton>
            <SubmitButton intent="stop" tone="danger">
              {t('twoFactor.stop')}
            </SubmitButton>
          </PasswordForm>
        )}
        {!on && mine?.enrolment && <Confirm enrolment={mine.enrolment} errors={errors} />}
        {!on && !mine?.enrolment && (
          <PasswordForm id="start-password" errors={errors}>
            <SubmitButton intent="start">{t('twoFactor.start')}</SubmitButton>
          </PasswordForm>
        )}
      </div>
    </Card>
  )
}

function BackupCodes({ codes, renewed }: { codes: readonly string[]; renewed: boolean }) {
  const { t } = useTranslation('account')
  return (
    <VerdictBox tone="go" title={renewed ? t('twoFactor.renewed') : t('twoFactor.enabled')}>
      <p>{t('twoFactor.codesOnce')}</p>
      <ul
        aria-label={t('twoFactor.codes')}
        className="figures mt-2 grid grid-cols-2 gap-x-6 gap-y-1 text-base"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </VerdictBox>
  )
}

function Confirm({ enrolment, errors }: { enrolment: Enrolment; errors: readonly FieldError[] }) {
  const { t } = useTranslation('account')
  return (
    <Form method="post" noValidate className="grid gap-4">
      <h3 className="font-bold">{t('twoFactor.scan')}</h3>
      <p>{t('twoFactor.scanNext')}</p>
      <div className="flex flex-wrap items-start gap-5">
        <img
          src={enrolment.qrCode}
          alt={t('twoFactor.picture')}
          className="size-44 rounded-6 border border-line"
        />
        <div className="grid min-w-0 flex-1 basis-64 gap-4">
          <div>
            <div className="text-sm text-muted">{t('twoFactor.secret')}</div>
            <code className="figures break-words">{enrolment.secret}</code>
          </div>
          <input type="hidden" name="uri" value={enrolment.uri} />
          <TextField
            label={t('twoFactor.code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            figures
            required
            error={errors.find(({ field }) => field === 'code')?.message}
          />
          <div>
            <SubmitButton intent="confirm">{t('twoFactor.confirm')}</SubmitButton>
          </div>
        </div>
      </div>
    </Form>
  )
}

function PasswordForm({
  id,
  errors,
  children,
}: {
  id: string
  errors: readonly FieldError[]
  children: ReactNode
}) {
  const { t } = useTranslation('account')
  return (
    <Form method="post" noValidate className="grid max-w-md gap-4">
      <TextField
        id={id}
        label={t('twoFactor.confirmPassword')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={errors.find(({ field }) => field === id)?.message}
      />
      <div className="flex flex-wrap gap-2.5">{children}</div>
    </Form>
  )
}
