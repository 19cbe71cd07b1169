import { zodResolver } from '@hookform/resolvers/zod'
import { useRemixForm } from 'remix-hook-form'
import type { z } from 'zod'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { feeChangeSchema, readNumber } from '~/orders/operations/amount'
import { TextField } from '~/ui/text-field'
import { AmountChange } from './amount-change'
import { ConfirmedForm } from './confirmed-form'
import { Consequences } from './consequences'
import { useErrorText } from './error-text'
import type { PanelProps } from './panels'

type Fields = { fee: string }

// react-hook-form has one type for its fields; until they are right, this form's are text.
const schema = feeChangeSchema.pick({ fee: true }) as unknown as z.ZodType<Fields, Fields>
const resolver = zodResolver(schema, undefined, { raw: true })

/** The fee of an order whose method was changed, with what its amount was and becomes. */
export function FeePanel({ order, standing, refused }: PanelProps) {
  const { t } = useTranslation(['operations', 'orders'])
  const { money } = useFormat()
  const errorText = useErrorText()
  const { register, watch, trigger, formState } = useRemixForm<Fields>({
    resolver,
    defaultValues: { fee: refused?.typed.fee ?? String(order.fee) },
  })
  const typed = readNumber(watch('fee'))
  const fee = Number.isNaN(typed) ? null : typed
  const amount = fee === null ? null : order.amount - order.fee + fee
  const amounts = { before: money(order.amount), after: amount === null ? '–' : money(amount) }
  const fees = { before: money(order.fee), after: fee === null ? '–' : money(fee) }
  return (
    <ConfirmedForm
      intent="change_fee"
      standing={standing}
      refused={refused}
      check={t('fee.check')}
      question={t('fee.question')}
      confirm={t('fee.confirm')}
      isReady={() => trigger(undefined, { shouldFocus: true })}
      consequences={
        <div className="grid gap-2">
          <p>{t('fee.what', fees)}</p>
          <p className="font-semibold">{t('fee.amount', amounts)}</p>
          <Consequences of={[{ key: 'here', tone: 'here', words: t('fee.here') }]} />
        </div>
      }
    >
      <div className="md:max-w-xs">
        <TextField
          {...register('fee')}
          label={t('fee.field', { method: t(`orders:method.${order.paymentMethod}`) })}
          hint={t('fee.hint')}
          error={errorText(formState.errors.fee)}
          inputMode="numeric"
          autoComplete="off"
          figures
        />
      </div>
      <AmountChange label={t('fee.total')} before={order.amount} after={amount} />
      <Consequences of={[{ key: 'here', tone: 'here', words: t('fee.here') }]} />
    </ConfirmedForm>
  )
}
