import { Link } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { captureDays } from '~/orders/capture-period'
import { type PaymentStatus, paymentStatuses } from '~/orders/statuses'
import { Card } from '~/ui/card'
import { KeyValue } from '~/ui/key-value'
import { PaymentPill } from '~/ui/status-pills'
import { cancelIsPassedOn, type Possible, possibleAt } from './possible'

/** Each payment status: what it means, what to do next, what can be done and why the rest cannot. */
export function PaymentStatuses() {
  const { t } = useTranslation('help')
  return (
    <Card title={t('statuses.payment')} flush>
      <ul className="divide-y divide-line">
        {paymentStatuses.map((status) => (
          <li
            key={status}
            id={status}
            className="grid scroll-mt-[calc(var(--shell-top)+1rem)] gap-2 px-4 py-3.5 target:bg-primary-soft md:grid-cols-[13rem_1fr] md:gap-4"
          >
            <h3>
              <PaymentPill status={status} />
            </h3>
            <div className="grid gap-2.5">
              <p>{t(`statuses.paymentMeaning.${status}`, { days: captureDays })}</p>
              <Facts status={status} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Facts({ status }: { status: PaymentStatus }) {
  const { t } = useTranslation('help')
  const possible = possibleAt(status)
  const can = possible.filter(({ refusal }) => refusal === null)
  const cannot = possible.filter(({ refusal }) => refusal !== null)
  return (
    <KeyValue
      entries={[
        { key: t('statuses.next'), value: t(`statuses.paymentNext.${status}`, { days: captureDays }) },
        { key: t('statuses.can'), value: <OperationList of={can} status={status} /> },
        { key: t('statuses.cannot'), value: <OperationList of={cannot} status={status} /> },
      ]}
    />
  )
}

function OperationList({ of, status }: { of: Possible[]; status: PaymentStatus }) {
  const { t } = useTranslation(['help', 'operations'])
  if (of.length === 0) return t('help:statuses.none')
  const passedOn = cancelIsPassedOn(status) ? 'there' : 'here'
  return (
    <ul className="grid gap-0.5">
      {of.map(({ operation, refusal, onlyWithoutSlip }) => (
        <li key={operation}>
          <Link to={`/help/operations#${operation}`} className="text-primary underline">
            {t(`operations:name.${operation}`)}
          </Link>
          <span className="ml-2 text-sm text-muted">
            {refusal && t(`operations:refusal.${refusal}`)}
            {!refusal && onlyWithoutSlip && t('help:statuses.onlyWithoutSlip')}
            {!refusal && operation === 'cancel' && t(`help:operations.cancel.${passedOn}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
