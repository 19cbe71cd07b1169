import { zodResolver } from '@hookform/resolvers/zod'
import { useRemixForm } from 'remix-hook-form'
import type { z } from 'zod'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { methodChangeSchema, type TargetMethod } from '~/orders/operations/methods'
import type { MethodOffer } from '~/orders/operations/standing.server'
import { ConfirmedForm } from './confirmed-form'
import { type Consequence, Consequences } from './consequences'
import { useErrorText } from './error-text'
import type { PanelProps } from './panels'

type Fields = { to: string }

// react-hook-form has one type for its fields; until they are right, this form's are text.
const schema = methodChangeSchema as unknown as z.ZodType<Fields, Fields>
const resolver = zodResolver(schema, undefined, { raw: true })

/** 決済方法変更: the manual's row of methods, with what stands against some of them. */
export function MethodPanel({ order, standing, refused }: PanelProps) {
  const { t } = useTranslation(['operations', 'orders'])
  const { money } = useFormat()
  const errorText = useErrorText()
  const { register, watch, trigger, formState } = useRemixForm<Fields>({
    resolver,
    defaultValues: { to: refused?.typed.to ?? '' },
  })
  const chosen = watch('to') as TargetMethod | ''
  const error = errorText(formState.errors.to)
  const amounts = { before: money(order.amount), after: money(order.amount - order.fee) }
  const fee = order.fee > 0 ? t('method.fee', amounts) : t('method.noFee', { amount: amounts.before })
  const consequences: Consequence[] = [
    { key: 'fee', tone: 'careful', words: fee },
    { key: 'here', tone: 'here', words: t('method.here') },
  ]
  return (
    <ConfirmedForm
      intent="change_method"
      standing={standing}
      refused={refused}
      check={t('method.check')}
      question={t('method.question')}
      confirm={t('method.confirm')}
      isReady={() => trigger(undefined, { shouldFocus: true })}
      consequences={
        <div className="grid gap-2">
          {chosen && (
            <p className="font-semibold">
              {t(`orders:method.${order.paymentMethod}`)} → {t(`orders:method.${chosen}`)}
            </p>
          )}
          <Consequences of={consequences} />
        </div>
      }
    >
      <p>
        <span className="text-sm text-muted">{t('method.from')}</span>{' '}
        <b>{t(`orders:method.${order.paymentMethod}`)}</b>
      </p>
      <fieldset className="grid gap-1" aria-describedby={error && 'to-error'}>
        <legend className="mb-1.5 text-md font-semibold">{t('method.to')}</legend>
        {standing.methods.map((offer) => (
          <Offer
            key={offer.to}
            offer={offer}
            input={register('to')}
            checked={refused?.typed.to === offer.to}
          />
        ))}
        {error && (
          <p id="to-error" className="text-sm font-semibold text-red">
            {error}
          </p>
        )}
      </fieldset>
      <Consequences of={consequences} />
    </ConfirmedForm>
  )
}

function Offer({
  offer: { to, mark, refusal },
  input,
  checked,
}: {
  offer: MethodOffer
  input: object
  checked: boolean
}) {
  const { t } = useTranslation(['operations', 'orders'])
  return (
    <label
      className={`flex min-h-[38px] items-center gap-2.5 rounded-6 border border-line px-3 py-1.5 pointer-coarse:min-h-11 ${refusal ? 'bg-ground text-muted' : 'has-checked:border-primary has-checked:bg-primary-soft'}`}
    >
      <input
        {...input}
        type="radio"
        // What the form registers a field with is its text; a radio has its value.
        defaultValue={undefined}
        value={to}
        defaultChecked={checked}
        disabled={refusal !== null}
        aria-describedby={refusal ? `${to}-why` : undefined}
      />
      <span className="font-semibold">{t(`orders:method.${to}`)}</span>
      <span className="text-sm text-muted">
        <span aria-hidden>{t(`method.mark.${mark}`)}</span> {t(`method.markWords.${mark}`)}
      </span>
      {refusal && (
        <span id={`${to}-why`} className="ml-auto text-right text-sm">
          {t(`refusal.${refusal}`)}
        </span>
      )}
    </label>
  )
}
