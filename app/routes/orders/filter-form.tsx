import { Form, Link } from '@remix-run/react'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { daysLeftChoices } from '~/orders/capture-period'
import type { OrderFilter } from '~/orders/list.server'
import { paymentLabels, paymentStatuses, shippingLabels, shippingStatuses } from '~/orders/statuses'
import { SubmitButton } from '~/ui/button'
import { Select } from '~/ui/select'
import { TextField } from '~/ui/text-field'

export type ShownFilter = Omit<OrderFilter, 'after'>

/** What the list is narrowed by. It is a GET form, so that each view has its address; `key` fills it anew on Back. */
export function FilterForm({
  filter,
  shops,
}: {
  filter: ShownFilter
  shops: { code: string; name: string }[]
}) {
  const { t } = useTranslation('orders')
  const language = useLanguage()
  const all = { value: '', label: t('list.all') }
  return (
    <Form
      key={JSON.stringify(filter)}
      className="grid grid-cols-2 items-end gap-3 md:grid-cols-[repeat(auto-fit,minmax(10.5rem,1fr))] [&>*]:min-w-0 max-md:[&>:first-child]:col-span-full"
    >
      <TextField label={t('list.number')} name="q" defaultValue={filter.q} figures />
      {shops.length > 0 && (
        <Select
          label={t('field.shop')}
          name="shop"
          defaultValue={filter.shop}
          options={[all, ...shops.map(({ code, name }) => ({ value: code, label: name }))]}
        />
      )}
      <Select
        label={t('field.paymentStatus')}
        name="payment"
        defaultValue={filter.payment ?? ''}
        options={[all, ...paymentStatuses.map((value) => ({ value, label: paymentLabels[value][language] }))]}
      />
      <Select
        label={t('field.shippingStatus')}
        name="shipping"
        defaultValue={filter.shipping ?? ''}
        options={[
          all,
          ...shippingStatuses.map((value) => ({ value, label: shippingLabels[value][language] })),
        ]}
      />
      <Select
        label={t('list.left')}
        name="left"
        defaultValue={filter.left ?? ''}
        options={[
          all,
          ...daysLeftChoices.map((value) => ({
            value,
            label: value === '0' ? t('list.leftToday') : t('list.leftAtMost', { count: Number(value) }),
          })),
        ]}
      />
      <TextField label={t('list.from')} name="from" type="date" defaultValue={filter.from ?? ''} />
      <TextField label={t('list.to')} name="to" type="date" defaultValue={filter.to ?? ''} />
      <Select
        label={t('drift.filter')}
        name="drift"
        defaultValue={filter.drift ?? ''}
        options={[all, { value: '1', label: t('drift.filterOnly') }]}
      />
      <Select
        label={t('list.request')}
        name="request"
        defaultValue={filter.request ?? ''}
        options={[all, { value: '1', label: t('list.requestOnly') }]}
      />
      <TextField
        label={t('list.min')}
        name="min"
        inputMode="numeric"
        defaultValue={filter.min ?? ''}
        figures
      />
      <TextField
        label={t('list.max')}
        name="max"
        inputMode="numeric"
        defaultValue={filter.max ?? ''}
        figures
      />
      <div className="flex items-center gap-3">
        <SubmitButton tone="default">{t('list.apply')}</SubmitButton>
        <Link to="/orders" className="text-sm whitespace-nowrap text-primary hover:underline">
          {t('list.clear')}
        </Link>
      </div>
    </Form>
  )
}
