import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { FileField } from '~/ui/file-field'
import { Select } from '~/ui/select'

/** Chooses the file, and for the desk's own people the shop. */
export function UploadCard({
  shops,
  shop,
  again,
  error,
}: {
  shops: { code: string; name: string }[]
  shop: string | undefined
  /** A file has been checked already. */
  again: boolean
  error: string | undefined
}) {
  const { t } = useTranslation('orders')
  return (
    <Card title={again ? t('import.again') : undefined}>
      <Form method="post" encType="multipart/form-data" className="grid gap-4">
        {shops.length > 0 && (
          <Select
            label={t('import.shop')}
            name="shop"
            required
            defaultValue={shop}
            placeholder={t('import.chooseShop')}
            options={shops.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <FileField
          label={t('import.file')}
          name="upload"
          accept=".csv,text/csv,.txt"
          required
          hint={t('import.fileHint')}
          error={error}
        />
        <div>
          <SubmitButton intent="check" tone={again ? 'default' : 'primary'}>
            {t('import.check')}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
