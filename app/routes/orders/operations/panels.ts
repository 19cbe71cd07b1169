import { useSearchParams } from '@remix-run/react'
import type { FoundOrder } from '~/orders/find.server'
import { type Operation, operations } from '~/orders/operations/allowed'
import type { OrderStanding } from '~/orders/operations/standing.server'
import type { TypedAct } from './act.server'

/** What one panel is about: which operation, and for shipping which delivery, from 0. */
export type Panel = { operation: Operation; delivery: number }

/** What the address asks for: `?do=ship&delivery=2`, the delivery counted as people do. */
export function panelOf(params: URLSearchParams, deliveries: number): Panel | null {
  const operation = operations.find((one) => one === params.get('do'))
  if (!operation) return null
  const delivery = Number(params.get('delivery') ?? 1) - 1
  return {
    operation,
    delivery: Number.isInteger(delivery) && delivery in Array(deliveries).fill(0) ? delivery : 0,
  }
}

/** The page's own address with that panel open, or with none. */
export function usePanelAddress(): (panel: (Partial<Panel> & { operation: Operation }) | null) => string {
  const [params] = useSearchParams()
  const shop = params.get('shop')
  return (panel) => {
    const query = new URLSearchParams({
      ...(shop && { shop }),
      ...(panel && { do: panel.operation }),
      ...(panel?.delivery && { delivery: String(panel.delivery + 1) }),
    })
    return `?${query}`
  }
}

/** What each panel gets. */
export type PanelProps = {
  order: FoundOrder
  standing: OrderStanding
  /** The act of this very panel that was just refused, or came back from a lapsed session. */
  refused: TypedAct | undefined
  /** The delivery that it is about, from 0. */
  delivery: number
}
