import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import type { Operation } from '~/orders/operations/allowed'
import type { OrderStanding } from '~/orders/operations/standing.server'
import { Button, LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { CaptureLeft } from '../capture-left'
import { usePanelAddress } from './panels'
import { WhyNot } from './why-not'

const listed = [
  'capture',
  'cancel',
  'modify',
  'change_method',
  'change_fee',
] as const satisfies readonly Operation[]
type Listed = (typeof listed)[number]

const buttons = {
  capture: 'capture.button',
  cancel: 'cancel.button',
  modify: 'modify.button',
  change_method: 'method.button',
  change_fee: 'fee.button',
} as const satisfies Record<Listed, string>

type Props = { order: FoundOrder; standing: OrderStanding }

/**
 * 「決済ステータスを変更する」: every operation of the manual's page, what it does, and why one is not possible. The fee comes
 * with 注文内容変更 or after a change of method, and is there only then.
 */
export function PaymentCard({ order, standing }: Props) {
  const { t } = useTranslation('operations')
  const shown = listed.filter((one) => one !== 'change_fee' || standing.refusals[one] === null)
  return (
    <Card title={t('card.title')} end={<CaptureLeft order={order} />} flush>
      <ul className="divide-y divide-line">
        {shown.map((operation) => (
          <Offer key={operation} operation={operation} order={order} standing={standing} />
        ))}
      </ul>
    </Card>
  )
}

function Offer({ operation, order, standing }: Props & { operation: Listed }) {
  const { t } = useTranslation('operations')
  const address = usePanelAddress()
  const refusal = standing.refusals[operation]
  const why = `${operation}-why`
  const what = operation === 'cancel' ? (standing.cancelReaches ? 'cancelThere' : 'cancelHere') : operation
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <h3 className="text-md font-bold">{t(`name.${operation}`)}</h3>
        {refusal ? (
          <Button size="sm" disabled aria-describedby={why}>
            {t(buttons[operation])}
          </Button>
        ) : (
          <LinkButton
            to={address({ operation })}
            size="sm"
            tone={operation === 'cancel' ? 'danger' : 'default'}
          >
            {t(buttons[operation])}
          </LinkButton>
        )}
      </div>
      {refusal ? (
        <div id={why}>
          <WhyNot operation={operation} refusal={refusal} order={order} standing={standing} />
        </div>
      ) : (
        <p className="text-sm text-muted">{t(`what.${what}`)}</p>
      )}
    </li>
  )
}
