import { useTranslation } from '~/i18n/use-translation'
import { captureDays, lastCaptureDay } from '~/orders/capture-period'
import { minutesBeforeCancelling, type Operation, type OperationRefusal } from '~/orders/operations/allowed'
import { tokyoDay } from '~/platform/tokyo'
import { now } from '../ordinary-order'
import { CancelTable } from './cancel-table'
import { CarrierTable } from './carrier-table'
import { MethodTable } from './method-table'
import { OperationCard } from './operation-card'
import { SlipTable } from './slip-table'

type Refusals = Record<Operation, OperationRefusal[]>

/** 出荷 and 売上確定, with what both need to know of slip numbers and carriers. */
export function ShipAndCapture({
  refusals,
  reminders,
}: {
  refusals: Refusals
  reminders: readonly number[]
}) {
  const { t } = useTranslation(['help', 'operations'])
  const ship = {
    button: t('operations:ship.button'),
    check: t('operations:ship.check'),
    confirm: t('operations:ship.confirm'),
    done: t('operations:ship.done'),
  }
  const capture = {
    card: t('operations:card.title'),
    button: t('operations:capture.button'),
    confirm: t('operations:capture.confirm'),
  }
  return (
    <>
      <OperationCard
        operation="ship"
        lead={t('help:operations.ship.lead')}
        steps={[
          t('help:operations.ship.step1', ship),
          t('help:operations.ship.step2'),
          t('help:operations.ship.step3', ship),
          t('help:operations.ship.step4', ship),
        ]}
        points={[t('help:operations.ship.later')]}
        refusals={refusals.ship}
      >
        <SlipTable />
      </OperationCard>
      <OperationCard
        operation="capture"
        lead={t('help:operations.capture.lead')}
        steps={[
          t('help:operations.capture.step1'),
          t('help:operations.capture.step2', capture),
          t('help:operations.capture.step3', capture),
        ]}
        points={[
          t('help:operations.capture.period', { days: captureDays }),
          t('help:operations.capture.example', { ordered: tokyoDay(now), last: lastCaptureDay(now) }),
          t('help:operations.capture.reminder', { days: reminders.join(' / ') }),
          t('help:operations.capture.final'),
        ]}
        refusals={refusals.capture}
      >
        <CarrierTable />
      </OperationCard>
    </>
  )
}

/** What takes an order back, changes it, or sets it going again. */
export function CancelAndChange({ refusals }: { refusals: Refusals }) {
  const { t } = useTranslation(['help', 'operations'])
  const card = t('operations:card.title')
  const modify = {
    card,
    button: t('operations:modify.button'),
    check: t('operations:modify.check'),
    confirm: t('operations:modify.confirm'),
  }
  const fee = {
    button: t('operations:fee.button'),
    check: t('operations:fee.check'),
    confirm: t('operations:fee.confirm'),
  }
  const reset = { button: t('operations:reset.button'), confirm: t('operations:reset.confirm') }
  return (
    <>
      <OperationCard
        operation="cancel"
        lead={t('help:operations.cancel.lead')}
        steps={[
          t('help:operations.cancel.step1', { card, button: t('operations:cancel.button') }),
          t('help:operations.cancel.step2'),
          t('help:operations.cancel.step3'),
        ]}
        points={[t('help:operations.cancel.early', { minutes: minutesBeforeCancelling })]}
        refusals={refusals.cancel}
      >
        <CancelTable />
      </OperationCard>
      <OperationCard
        operation="modify"
        lead={t('help:operations.modify.lead')}
        steps={[t('help:operations.modify.step1', modify), t('help:operations.modify.step2', modify)]}
        points={[t('help:operations.modify.limits'), t('operations:modify.night')]}
        refusals={refusals.modify}
      />
      <OperationCard
        operation="change_method"
        lead={t('help:operations.change_method.lead')}
        steps={[
          t('help:operations.change_method.step1'),
          t('help:operations.change_method.step2', { card, button: t('operations:method.button') }),
          t('help:operations.change_method.step3'),
        ]}
        points={[t('help:operations.change_method.fee', fee)]}
        refusals={refusals.change_method}
      >
        <MethodTable />
      </OperationCard>
      <OperationCard
        operation="change_fee"
        lead={t('help:operations.change_fee.lead')}
        steps={[t('help:operations.change_fee.step1', fee), t('help:operations.change_fee.step2', fee)]}
        points={[t('help:operations.change_fee.modify')]}
        refusals={refusals.change_fee}
      />
      <OperationCard
        operation="reset_shipping"
        lead={t('help:operations.reset_shipping.lead')}
        steps={[
          t('help:operations.reset_shipping.step1', reset),
          t('help:operations.reset_shipping.step2', reset),
        ]}
        refusals={refusals.reset_shipping}
      />
    </>
  )
}
