import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findOrders } from '~/orders/find.server'
import { normaliseOrderNumber } from '~/orders/number'
import { requireDesk } from '~/routes/session.server'
import { permits } from '~/staff/desk.server'

/** Leads from what was typed into the search box to the one page it names: a request, an order, or the orders' list. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const typed = normaliseOrderNumber(new URL(args.request.url).searchParams.get('q') ?? '').slice(0, 64)
  if (/^MT-\d{4}-\d{6,}$/.test(typed)) {
    return redirect(`${permits(desk, 'desk.see') ? '/desk' : '/requests'}/${typed}`)
  }
  const found = typed === '' ? [] : await findOrders(desk, typed)
  if (found.length > 0) return redirect(`/orders/${encodeURIComponent(typed)}`)
  return redirect(typed === '' ? '/orders' : `/orders?${new URLSearchParams({ q: typed })}`)
}
