import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { lookUpOrders } from '~/orders/find.server'
import { shownBy } from '~/orders/record.server'
import { requireDesk } from '~/routes/session.server'

/** So many numbers are looked up at once. */
const most = 50

/** Looks up order numbers while they are being typed: `?number=…&number=…`, and `&shop=` for the desk's own people. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { searchParams } = new URL(args.request.url)
  const numbers = [...new Set(searchParams.getAll('number'))].slice(0, most)
  const found = await lookUpOrders(desk, numbers, searchParams.get('shop') ?? undefined)
  const answer = Object.entries(found).map(([typed, hit]) => [typed, hit && summary(hit)])
  return data(Object.fromEntries(answer), { headers: { 'Cache-Control': 'no-store' } })
}

type Hit = NonNullable<Awaited<ReturnType<typeof lookUpOrders>>[string]>

function summary({ match, order }: Hit) {
  const { number, orderedAt, amount, paymentMethod, origin } = order
  return { match, number, orderedAt, amount, paymentMethod, origin, shown: shownBy(order) }
}
