import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { TextField } from '~/ui/text-field'

/** One field that takes an order number or a reference, as people have them at hand. */
export function LookUp({ typed = '' }: { typed?: string }) {
  const { t } = useTranslation('audit')
  return (
    <Card>
      <Form
        action="/audit"
        className="grid max-w-2xl grid-cols-[minmax(0,1fr)_auto] gap-x-2.5 max-md:grid-cols-1 max-md:gap-y-3"
      >
        <TextField
          label={t('search.label')}
          name="q"
          id="look-up"
          figures
          maxLength={64}
          autoComplete="off"
          defaultValue={typed}
          hint={t('search.hint')}
          error={typed ? t('search.notFound', { typed }) : undefined}
        />
        <div className="md:mt-[1.9rem]">
          <SubmitButton wide>{t('search.submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
