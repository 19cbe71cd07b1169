import { Form } from '@remix-run/react'
import { ShieldOff } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { Page } from '~/ui/page'
import { TextArea } from '~/ui/text-field'
import type { EraseAnswer, ErasePageData } from './erase.server'
import { EraseChoice } from './erase-choice'
import { EraseConfirmation } from './erase-confirmation'

/** Where an admin chooses what is erased, gives the reason, and confirms. */
export function ErasePage({ page, answer }: { page: ErasePageData; answer: EraseAnswer | undefined }) {
  const { t } = useTranslation('erasure')
  return (
    <Page title={page.title} lead={t('lead')} meta={page.shopName && <span>{page.shopName}</span>} narrow>
      {answer?.step === 'confirm' ? (
        <EraseConfirmation page={page} {...answer} />
      ) : page.events.length > 0 ? (
        <EraseForm page={page} answer={answer} />
      ) : (
        <Card>
          <EmptyState title={t('none')} icon={ShieldOff}>
            {t('noneHint')}
          </EmptyState>
        </Card>
      )}
    </Page>
  )
}

function EraseForm({ page, answer }: { page: ErasePageData; answer: EraseAnswer | undefined }) {
  const { t } = useTranslation('erasure')
  const errors = (answer?.step === 'mend' ? answer.errors : []).map(({ field, code }) => ({
    field,
    message: t(`error.${code}`),
  }))
  const wrong = errors.find(({ field }) => field === 'reason')?.message
  return (
    <Form method="post" noValidate className="grid gap-4">
      <ErrorSummary title={t('failed')} errors={errors} />
      <EraseChoice events={page.events} chosen={answer?.chosen ?? []} />
      <TextArea
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        required
        defaultValue={answer?.reason ?? ''}
        {...(wrong && { error: wrong })}
      />
      <div className="flex flex-wrap justify-end gap-2.5">
        <LinkButton to={page.back}>{t('cancel')}</LinkButton>
        <SubmitButton intent="check">{t('check')}</SubmitButton>
      </div>
    </Form>
  )
}
