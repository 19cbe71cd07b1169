import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { TextField } from '~/ui/text-field'

type Props = {
  typed?: string
  /** Beside a page's heading. */
  small?: boolean
}

/** One field that takes an order number or a reference, as people have them at hand. */
export function LookUp({ typed = '', small = false }: Props) {
  const { t } = useTranslation('audit')
  const field = (
    <Form
      action="/audit"
      className={`grid grid-cols-[minmax(0,1fr)_auto] gap-x-2.5 ${small ? 'w-80 max-w-full [&_label]:text-xs' : 'max-w-2xl max-md:grid-cols-1 max-md:gap-y-3'}`}
    >
      <TextField
        label={t('search.label')}
        name="q"
        id="look-up"
        figures
        maxLength={64}
        autoComplete="off"
        defaultValue={typed}
        hint={small ? undefined : t('search.hint')}
        error={typed ? t('search.notFound', { typed }) : undefined}
      />
      <div className={small ? 'mt-[1.55rem]' : 'md:mt-[1.9rem]'}>
        <Button type="submit" tone={small ? 'default' : 'primary'} wide>
          {t('search.submit')}
        </Button>
      </div>
    </Form>
  )
  return small ? field : <Card>{field}</Card>
}
