import { Link } from '@remix-run/react'
import type { DriftRow } from '~/corrections/drifts.server'
import { useTranslation } from '~/i18n/use-translation'

export type Reader = {
  /** Files requests, for a shop or as one. */
  mayFile: boolean
  /** Sees several shops' orders. */
  withShop: boolean
}

/** Nobody has asked for it yet, and there is something to ask for. */
export function isReady({ wish, open }: DriftRow): boolean {
  return wish !== null && open === null
}

/** The filing page with the request that mends the drift; nothing is filed yet. */
export function readyAddress({ order, shop }: DriftRow, withShop: boolean): string {
  return `/requests/new?${new URLSearchParams({ drift: order.number, ...(withShop && { shop: shop.code }) })}`
}

export function ReadyLink({ row, withShop }: { row: DriftRow; withShop: boolean }) {
  const { t } = useTranslation('orders')
  return (
    <Link
      to={readyAddress(row, withShop)}
      className="inline-flex items-center font-semibold whitespace-nowrap text-primary hover:underline pointer-coarse:min-h-11"
    >
      {t('drift.make')}
    </Link>
  )
}
