import { useSearchParams } from '@remix-run/react'
import type { FoundOrder } from '~/orders/find.server'
import type { standingOf } from '~/orders/operations/standing.server'
import type { RefusedAct, TypedAct } from './act.server'
import { LastFailureBox } from './last-failure'
import { MethodChanged } from './method-changed'
import { PanelCard } from './panel-card'
import { panelOf } from './panels'
import { LapsedBox, RefusedBox } from './refused-box'
import { EndedBox, UnderWayBox } from './under-way'
import { useEnded } from './use-ended'

type Props = {
  order: FoundOrder
  standing: Awaited<ReturnType<typeof standingOf>>
  refused: RefusedAct | undefined
  lapsed: TypedAct | null
}

/** Above everything else of an order: what waits for Kuroneko, what went wrong, and the operation that is being made. */
export function OperationNotices({ order, standing, refused, lapsed }: Props) {
  const { underWay, failure, operations } = standing
  const [params] = useSearchParams()
  const panel = operations && panelOf(params, order.deliveries.length)
  const ended = useEnded(order.id, standing)
  const afterChange = operations?.refusals.reset_shipping === null && panel?.operation !== 'reset_shipping'
  return (
    <>
      {refused ? <RefusedBox refused={refused} /> : lapsed && <LapsedBox />}
      {underWay && <UnderWayBox underWay={underWay} />}
      {ended && !panel && <EndedBox kind={ended} />}
      {failure && <LastFailureBox failure={failure} />}
      {afterChange && <MethodChanged order={order} />}
      {operations && panel && (
        <PanelCard
          key={`${panel.operation}.${panel.delivery}`}
          panel={panel}
          order={order}
          standing={operations}
          refused={refused ?? lapsed ?? undefined}
        />
      )}
    </>
  )
}
