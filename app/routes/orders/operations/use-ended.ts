import { useState } from 'react'
import type { LastFailure, UnderWay } from '~/orders/operations/standing.server'

type Standing = { underWay: UnderWay | null; failure: LastFailure | null }

/** What this page has seen under way and then well ended; a failure, and what a buyer left, are told by other words. */
export function useEnded(orderId: string, { underWay, failure }: Standing): UnderWay['kind'] | null {
  const [seen, setSeen] = useState<{ orderId: string; kind: UnderWay['kind'] } | null>(null)
  if (underWay && (seen?.orderId !== orderId || seen.kind !== underWay.kind)) {
    setSeen({ orderId, kind: underWay.kind })
  }
  if (underWay || failure || seen?.orderId !== orderId || seen.kind === 'register') return null
  return seen.kind
}
