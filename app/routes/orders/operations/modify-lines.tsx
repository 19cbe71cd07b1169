import { CircleAlert } from 'lucide-react'
import { forwardRef, type InputHTMLAttributes } from 'react'
import { useFieldArray } from 'react-hook-form'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { controlStyle } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { useErrorText } from './error-text'
import { type ModifyForm, sumOf } from './modify-form'

const columns = 'md:grid-cols-[minmax(0,1fr)_8rem_5.5rem_7rem]'
const most = 100

/** The order's lines as fields, each with its sum. On a phone each line stands by itself. */
export function ModifyLines({ form }: { form: ModifyForm }) {
  const { t } = useTranslation('operations')
  const { fields, append } = useFieldArray({ control: form.control, name: 'lines' })
  return (
    <div className="grid gap-2">
      <div aria-hidden className={`grid gap-3 text-xs font-semibold text-muted max-md:hidden ${columns}`}>
        <span>{t('modify.name')}</span>
        <span>{t('modify.unitPrice')}</span>
        <span>{t('modify.quantity')}</span>
        <span className="text-right">{t('modify.sum')}</span>
      </div>
      {fields.map(({ id }, at) => (
        <Line key={id} form={form} at={at} />
      ))}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-muted">{t('modify.remove')}</p>
        {fields.length < most && (
          <span className="noscript:hidden">
            <Button
              size="sm"
              onClick={() => append({ productId: '', name: '', unitPrice: '', quantity: '1' })}
            >
              {t('modify.add')}
            </Button>
          </span>
        )}
      </div>
    </div>
  )
}

function Line({ form: { register, watch, formState }, at }: { form: ModifyForm; at: number }) {
  const { t } = useTranslation('operations')
  const { money } = useFormat()
  const line = watch(`lines.${at}`)
  const errors = formState.errors.lines?.[at]
  const sum = sumOf(line)
  return (
    <fieldset
      className={`grid items-start gap-x-3 gap-y-2 max-md:rounded-6 max-md:border max-md:border-line max-md:p-3 ${columns}`}
    >
      <legend className="sr-only">{t('modify.line', { n: at + 1 })}</legend>
      <input type="hidden" {...register(`lines.${at}.productId`)} />
      <Cell
        {...register(`lines.${at}.name`)}
        label={t('modify.name')}
        problem={errors?.name}
        maxLength={200}
      />
      <Cell
        {...register(`lines.${at}.unitPrice`)}
        label={t('modify.unitPrice')}
        problem={errors?.unitPrice}
        inputMode="numeric"
      />
      <Cell
        {...register(`lines.${at}.quantity`)}
        label={t('modify.quantity')}
        problem={errors?.quantity}
        inputMode="numeric"
      />
      <p className="figures text-right md:pt-2">
        {sum === 0 && line.quantity !== '' ? (
          <span className="text-muted">{t('modify.removed')}</span>
        ) : sum === null ? (
          '–'
        ) : (
          money(sum)
        )}
      </p>
    </fieldset>
  )
}

type CellProps = { label: string; name: string; problem: { message?: string } | undefined } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'name'
>

/** One field of a line; its label is the column's heading where there is room for columns. */
const Cell = forwardRef<HTMLInputElement, CellProps>(function Cell({ label, problem, name, ...input }, ref) {
  const error = useErrorText()(problem)
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="text-xs font-semibold text-muted md:sr-only">
        {label}
      </label>
      <input
        type="text"
        autoComplete="off"
        {...input}
        ref={ref}
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        className={`${controlStyle} ${input.inputMode === 'numeric' ? 'figures text-right' : ''}`}
      />
      {error && (
        <p id={`${name}-error`} className="flex gap-1.5 text-xs font-semibold text-red">
          <Icon of={CircleAlert} className="mt-0.5" />
          {error}
        </p>
      )}
    </div>
  )
})
