import type ja from '~/i18n/ja/storefront'
import { useTranslation } from '~/i18n/use-translation'
import { mostDestinations } from '~/orders/buying/checkout'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/text-field'

export type ErrorKey = `error.${keyof (typeof ja)['error']}`
/** `field` is the control's id: `buyer.name`, or `address.0` for the first destination's. */
export type AddressError = { field: string; message: ErrorKey }

export type AddressForm = {
  buyer: { name: string; email: string; phone: string }
  destinations: { name: string; postalCode: string; address: string }[]
  errors: AddressError[]
}

/** ご注文者 and お届け先, for both checkouts. */
export function AddressFields({ form: { buyer, destinations, errors } }: { form: AddressForm }) {
  const { t } = useTranslation('storefront')
  const errorAt = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found ? { error: t(found.message) } : {}
  }
  return (
    <div className="grid gap-5">
      <ErrorSummary errors={errors.map(({ field, message }) => ({ field, message: t(message) }))} />
      <fieldset className="grid gap-3 sm:grid-cols-3">
        <legend className="mb-2 font-bold">{t('buyer.title')}</legend>
        {(['name', 'email', 'phone'] as const).map((field) => (
          <TextField
            key={field}
            name={`buyer.${field}`}
            label={t(`buyer.${field}`)}
            required
            defaultValue={buyer[field]}
            {...errorAt(`buyer.${field}`)}
          />
        ))}
      </fieldset>
      {[...destinations.entries()].map(([at, place]) => (
        <fieldset key={at} className="grid gap-3 sm:grid-cols-[1fr_9rem_2fr]">
          <legend className="mb-2 font-bold">
            {destinations.length > 1 ? t('destination.nth', { count: at + 1 }) : t('destination.title')}
          </legend>
          {(['name', 'postalCode', 'address'] as const).map((field) => (
            <TextField
              key={field}
              id={`${field}.${at}`}
              name={field}
              label={t(`destination.${field}`)}
              required
              defaultValue={place[field]}
              {...(field === 'address' && { placeholder: t('destination.sample') })}
              {...errorAt(`${field}.${at}`)}
            />
          ))}
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        {destinations.length < mostDestinations && (
          <SubmitButton intent="more" tone="default" size="sm" formNoValidate>
            {t('destination.more')}
          </SubmitButton>
        )}
        {destinations.length > 1 && (
          <SubmitButton intent="fewer" tone="default" size="sm" formNoValidate>
            {t('destination.fewer')}
          </SubmitButton>
        )}
      </div>
      {destinations.length > 1 && <p className="text-sm text-muted">{t('destination.same')}</p>}
    </div>
  )
}
