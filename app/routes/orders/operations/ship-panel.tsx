import { zodResolver } from '@hookform/resolvers/zod'
import { useRemixForm } from 'remix-hook-form'
import type { z } from 'zod'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { type Carrier, carrierChoice, carrierLabels, carriersFor } from '~/orders/operations/carriers'
import { shipmentFormSchema } from '~/orders/operations/shipment'
import { normaliseSlip } from '~/orders/operations/slip-typed'
import { OrderNumber } from '~/ui/order-number'
import { Select } from '~/ui/select'
import { StatusChange } from '~/ui/status-change'
import { ShippingPill } from '~/ui/status-pills'
import { TextField } from '~/ui/text-field'
import { ConfirmedForm } from './confirmed-form'
import { useErrorText } from './error-text'
import type { PanelProps } from './panels'

type Fields = { delivery: string; slipNumber: string; carrier: string }

/** 「配送ステータスを変更する」: one delivery becomes 配送完了, with its slip number and carrier. */
export function ShipPanel({ order, standing, refused, delivery: at }: PanelProps) {
  const { t } = useTranslation(['operations', 'orders'])
  const language = useLanguage()
  const errorText = useErrorText()
  const setting = order.shop.carrierSetting
  const { register, watch, trigger, formState } = useShipForm({ order, refused, delivery: at })
  const { errors } = formState
  // What was found wrong is looked at again while it is mended.
  const onChange = () => void (Object.keys(errors).length > 0 && trigger())
  const slip = normaliseSlip(watch('slipNumber'))
  const carrier = carrierLabels[watch('carrier') as Carrier]?.[language]
  const before = order.deliveries[at]?.status ?? 'unshipped'
  const change = (
    <StatusChange before={<ShippingPill status={before} />} after={<ShippingPill status="shipped" />} />
  )
  return (
    <ConfirmedForm
      intent="ship"
      standing={standing}
      refused={refused}
      check={t('ship.check')}
      question={t('ship.question')}
      confirm={t('ship.confirm')}
      isReady={() => trigger(undefined, { shouldFocus: true })}
      consequences={
        <div className="grid gap-2">
          <p>{change}</p>
          <p>
            {slip.slipNumber ? <OrderNumber>{slip.slipNumber}</OrderNumber> : t('ship.noSlip')}・{carrier}
          </p>
          <p className="text-sm text-muted">{t('ship.kuroneko')}</p>
        </div>
      }
    >
      <input type="hidden" {...register('delivery')} />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-sm text-muted">{t('ship.status')}</span>
        {change}
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          {...register('slipNumber', { onChange })}
          label={t('ship.slip')}
          hint={t('ship.slipHint')}
          error={errorText(errors.slipNumber)}
          below={
            <p className="text-xs text-muted" role="status">
              {slip.changed && slip.slipNumber && !errors.slipNumber
                ? t('ship.normalised', { slip: slip.slipNumber })
                : t(setting === 'yamato_only' ? 'ship.slipNeeded' : 'ship.slipLater')}
            </p>
          }
          inputMode="numeric"
          autoComplete="off"
          maxLength={64}
          figures
        />
        <Select
          {...register('carrier', { onChange })}
          label={t('ship.carrier')}
          hint={t('ship.setting', { setting: t(`orders:carrierSetting.${setting}`) })}
          error={errorText(errors.carrier)}
          options={carriersFor(setting).map((value) => ({ value, label: carrierLabels[value][language] }))}
        />
      </div>
    </ConfirmedForm>
  )
}

function useShipForm({ order, refused, delivery: at }: Omit<PanelProps, 'standing'>) {
  const setting = order.shop.carrierSetting
  const delivery = order.deliveries[at]
  const typed = refused?.typed ?? {}
  // react-hook-form has one type for its fields; until they are right, this form's are text.
  const schema = shipmentFormSchema(setting) as unknown as z.ZodType<Fields, Fields>
  return useRemixForm<Fields>({
    resolver: zodResolver(schema, undefined, { raw: true }),
    defaultValues: {
      delivery: String(at),
      slipNumber: typed.slipNumber ?? delivery?.slipNumber ?? '',
      carrier: typed.carrier ?? carrierChoice(delivery?.carrier ?? null, setting),
    },
  })
}
