import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { tokyoLocal, tokyoMoment } from '~/platform/tokyo'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { TextField } from '~/ui/text-field'
import type { OrderName, OrderView } from './order-address'
import type { WrongMoment } from './order-view.server'

/** Asks for a moment in Tokyo. What cannot be read as one is kept as it was typed, in a field that takes any text. */
export function AsOfForm({
  order,
  view,
  wrong,
}: {
  order: OrderName
  view: OrderView
  wrong: WrongMoment | null
}) {
  const { t } = useTranslation('history')
  const { at = '', kind } = view
  const moment = tokyoMoment(at)
  return (
    <Card>
      <Form
        action={`/audit/orders/${encodeURIComponent(order.number)}`}
        className="flex flex-wrap items-start gap-x-2.5 gap-y-3 print:hidden"
      >
        <input type="hidden" name="shop" value={order.shop.code} />
        {kind && <input type="hidden" name="kind" value={kind} />}
        <div className="w-80 max-md:w-full">
          <TextField
            key={at}
            label={t('asOf.label')}
            name="at"
            type={at && !moment ? 'text' : 'datetime-local'}
            step="any"
            figures
            defaultValue={moment ? tokyoLocal(moment) : at}
            error={wrong ? t(`asOf.wrong.${wrong}`) : undefined}
          />
        </div>
        <div className="md:mt-[1.9rem]">
          <SubmitButton tone="default">{t('asOf.submit')}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
