import { Form } from '@remix-run/react'
import { pictureStatuses } from '~/corrections/forms'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Field, fieldWiring } from '~/ui/field'
import { Select } from '~/ui/select'
import { useDeskAddress } from './queue-list'
import type { RefusedDecision } from './refusal-box'

/** A picture of Kuroneko's admin, for when Kuroneko itself gives no usable answer. */
export function AttachPanel({
  reference,
  refused,
}: {
  reference: string
  refused: RefusedDecision | undefined
}) {
  const { t } = useTranslation(['desk', 'common'])
  const address = useDeskAddress()
  const wrong = refused?.refusal === 'invalid' && 'picture' in refused ? refused.picture : undefined
  const status = wrong === 'status_missing' ? { error: t('evidence.status_missing') } : {}
  const picture = {
    name: 'picture',
    label: t('evidence.file'),
    required: true,
    ...(wrong && wrong !== 'status_missing' && { error: t(`evidence.${wrong}`) }),
  }
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      preventScrollReset
      className="mx-auto grid w-full max-w-3xl gap-3"
    >
      <p className="font-bold">{t('evidence.attachTitle')}</p>
      <p className="text-sm">{t('evidence.attachWhy')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field {...picture}>
          <input type="file" accept="image/png,image/jpeg,image/webp" {...fieldWiring(picture)} />
        </Field>
        <Select
          name="statusInfo"
          label={t('evidence.status')}
          required
          placeholder=""
          options={pictureStatuses.map((code) => ({
            value: String(code),
            label: t(`evidence.statuses.s${code}`),
          }))}
          {...status}
        />
      </div>
      <div className="flex flex-wrap justify-end gap-2.5 max-md:*:flex-1">
        <LinkButton to={address(reference)} preventScrollReset>
          {t('common:cancel')}
        </LinkButton>
        <SubmitButton intent="attach">{t('evidence.submit')}</SubmitButton>
      </div>
    </Form>
  )
}
