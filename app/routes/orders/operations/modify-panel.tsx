import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { tokyoFields } from '~/platform/tokyo'
import { TextField } from '~/ui/text-field'
import { useNow } from '~/ui/time'
import { AmountChange } from './amount-change'
import { ConfirmedForm } from './confirmed-form'
import { type Consequence, Consequences } from './consequences'
import { useErrorText } from './error-text'
import { totalTyped, useModifyForm } from './modify-form'
import { ModifyLines } from './modify-lines'
import type { PanelProps } from './panels'

/** 注文内容変更: lines, shipping and fee, with what the amount was and becomes. */
export function ModifyPanel({ order, standing, refused }: PanelProps) {
  const { t } = useTranslation('operations')
  const { money } = useFormat()
  const errorText = useErrorText()
  const form = useModifyForm({ order, standing, refused })
  const { errors } = form.formState
  const total = totalTyped(form.watch())
  const totalError = errorText(errors.total)
  const amounts = { before: money(order.amount), after: total === null ? '–' : money(total) }
  const reach: Consequence =
    total === order.amount
      ? { key: 'here', tone: 'here', words: t('modify.here') }
      : { key: 'reaches', tone: 'reaches', words: t('modify.reaches', amounts) }
  return (
    <ConfirmedForm
      intent="modify"
      standing={standing}
      refused={refused}
      check={t('modify.check')}
      question={t('modify.question')}
      confirm={t('modify.confirm')}
      isReady={() => form.trigger(undefined, { shouldFocus: true })}
      consequences={<Consequences of={[reach]} />}
    >
      {standing.lines.length === 0 && <p className="text-sm text-muted">{t('modify.noLines')}</p>}
      <ModifyLines form={form} />
      <div className="grid gap-4 sm:grid-cols-2 md:max-w-md">
        <TextField
          {...form.register('shippingFee')}
          label={t('modify.shippingFee')}
          error={errorText(errors.shippingFee)}
          inputMode="numeric"
          figures
        />
        <TextField
          {...form.register('fee')}
          label={t('modify.fee')}
          error={errorText(errors.fee)}
          inputMode="numeric"
          figures
        />
      </div>
      <AmountChange label={t('modify.total')} before={order.amount} after={total} />
      {totalError && <p className="text-sm font-semibold text-red">{totalError}</p>}
      <Consequences
        of={[reach, night(useNow(), t), { key: 'limits', tone: 'careful', words: t('modify.limits') }]}
      />
    </ConfirmedForm>
  )
}

/** Kuroneko's night processing refuses changes of amount (`kuroneko.md` §6). */
function night(now: Date, t: ReturnType<typeof useTranslation<'operations'>>['t']): Consequence {
  const hour = tokyoFields(now).minute.slice(0, 2)
  const isNow = hour === '23' || hour === '00'
  return {
    key: 'night',
    tone: isNow ? 'careful' : 'here',
    words: t(isNow ? 'modify.nightNow' : 'modify.night'),
  }
}
