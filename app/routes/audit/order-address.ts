/** What of an order's history is shown; each view has its own address. */
export type OrderView = {
  /** A moment as it stands in the address: Tokyo's date and time of day. */
  at?: string | undefined
  kind?: 'status' | undefined
  /** The place in the chain from which to go back. */
  before?: number | undefined
  print?: boolean | undefined
  /** Check the chain though it is long. */
  verify?: boolean | undefined
}

export type OrderName = { number: string; shop: { code: string } }

/** The address of an order's history. */
export function historyAddress({ number, shop }: OrderName, view: OrderView = {}): string {
  const query = new URLSearchParams({ shop: shop.code })
  if (view.at) query.set('at', view.at)
  if (view.kind) query.set('kind', view.kind)
  if (view.before) query.set('before', String(view.before))
  if (view.verify) query.set('verify', '1')
  if (view.print) query.set('print', '1')
  return `/audit/orders/${encodeURIComponent(number)}?${query}`
}
