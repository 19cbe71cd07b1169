import { useNavigate } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import type { Operation } from '~/orders/operations/allowed'
import type { OrderStanding } from '~/orders/operations/standing.server'
import { Card } from '~/ui/card'
import type { TypedAct } from './act.server'
import { CancelPanel } from './cancel-panel'
import { CapturePanel } from './capture-panel'
import { FeePanel } from './fee-panel'
import { MethodPanel } from './method-panel'
import { ModifyPanel } from './modify-panel'
import { type Panel, type PanelProps, usePanelAddress } from './panels'
import { ResetPanel } from './reset-panel'
import { ShipPanel } from './ship-panel'
import { WhyNot } from './why-not'

const bodies: Record<Operation, (props: PanelProps) => React.ReactNode> = {
  ship: ShipPanel,
  capture: CapturePanel,
  cancel: CancelPanel,
  modify: ModifyPanel,
  change_method: MethodPanel,
  change_fee: FeePanel,
  reset_shipping: ResetPanel,
}

const titles = {
  ship: 'ship.title',
  capture: 'capture.title',
  cancel: 'cancel.title',
  modify: 'modify.title',
  change_method: 'method.title',
  change_fee: 'fee.title',
  reset_shipping: 'reset.title',
} as const satisfies Record<Operation, string>

type Props = {
  panel: Panel
  order: FoundOrder
  standing: OrderStanding
  refused: TypedAct | undefined
}

/** The operation that the address names, as a form or as the reason why it is not possible. */
export function PanelCard({ panel, order, standing, refused }: Props) {
  const { t } = useTranslation('operations')
  const { operation, delivery } = panel
  const section = useFocusAndEscape()
  const Body = bodies[operation]
  const refusal =
    standing.refusals[operation] ?? (operation === 'ship' ? (standing.deliveries[delivery] ?? null) : null)
  const nth = operation === 'ship' && order.deliveries.length > 1
  return (
    <div ref={section} tabIndex={-1} className="scroll-mt-20 rounded-8">
      <Card title={nth ? t('ship.titleNth', { n: delivery + 1 }) : t(titles[operation])}>
        {refusal ? (
          <WhyNot operation={operation} refusal={refusal} order={order} standing={standing} />
        ) : (
          <Body
            order={order}
            standing={standing}
            delivery={delivery}
            refused={refused?.operation === operation ? refused : undefined}
          />
        )}
      </Card>
    </div>
  )
}

/** Whoever opened it goes on in it; Escape closes it. */
function useFocusAndEscape() {
  const section = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const closed = usePanelAddress()(null)
  useEffect(() => {
    const field = section.current?.querySelector<HTMLElement>('input:enabled:not([type=hidden]), select')
    const first = field ?? section.current
    first?.focus()
  }, [])
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) navigate(closed)
    }
    const { current } = section
    current?.addEventListener('keydown', close)
    return () => current?.removeEventListener('keydown', close)
  }, [closed, navigate])
  return section
}
