import { Form } from '@remix-run/react'
import { retentionChoices } from '~/audit/erase/kept'
import { useTranslation } from '~/i18n/use-translation'
import type { ManagedShop } from '~/shops/managed.server'
import { SubmitButton } from '~/ui/button'
import { controlStyle } from '~/ui/field'

/** For how many years a shop has what people wrote kept. */
export function RetentionForm({ shop: { id, name, retentionYears } }: { shop: ManagedShop }) {
  const { t } = useTranslation('erasure')
  return (
    <Form method="post" className="flex items-center gap-2 max-md:justify-end">
      <input type="hidden" name="shop" value={id} />
      <div className="w-28">
        <select
          name="years"
          defaultValue={retentionYears}
          aria-label={t('shops.retentionOf', { shop: name })}
          className={controlStyle}
        >
          {retentionChoices.map((years) => (
            <option key={years} value={years}>
              {t('shops.years', { years: String(years) })}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton tone="default" aria-label={t('shops.saveOf', { shop: name })}>
        {t('shops.save')}
      </SubmitButton>
    </Form>
  )
}
