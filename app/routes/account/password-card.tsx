import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/text-field'
import type { AccountAnswer } from './account-action.server'

/** Changes one's own password. The hidden name lets password managers file it under the right account. */
export function PasswordCard({
  answer,
  length,
  email,
}: {
  answer: AccountAnswer | undefined
  length: { min: number; max: number }
  email: string
}) {
  const { t } = useTranslation('account')
  const errors = answer?.intent === 'password' ? answer.errors : []
  const errorAt = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <Card title={t('password.title')}>
      <Form method="post" noValidate className="grid max-w-md gap-4">
        <ErrorSummary title={t('password.failed')} errors={errors} />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          label={t('password.current')}
          name="current"
          type="password"
          autoComplete="current-password"
          required
          error={errorAt('current')}
        />
        <TextField
          label={t('password.next')}
          name="next"
          type="password"
          autoComplete="new-password"
          required
          hint={t('password.nextHint', length)}
          error={errorAt('next')}
        />
        <TextField
          label={t('password.again')}
          name="again"
          type="password"
          autoComplete="new-password"
          required
          error={errorAt('again')}
        />
        <div>
          <SubmitButton intent="password">{t('password.submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
