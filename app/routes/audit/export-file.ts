import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { beginExport } from '~/audit/export/export.server'
import { exportFormats } from '~/audit/export/formats'
import { readFilter } from '~/audit/search/filter'
import { translator } from '~/i18n/translator.server'
import { paymentLabels, shippingLabels } from '~/orders/statuses'
import { redirectWithToast } from '~/ui/toast.server'
import { notFound, permitOr404, requireDesk } from '../session.server'
import { exportAddress } from './search/address'

/** The file is asked for by a form; who comes here by address, as after signing in, finds the form. */
export async function loader(args: LoaderFunctionArgs) {
  permitOr404(requireDesk(args), 'audit.export')
  throw redirect(exportAddress(filterOf(args).filter))
}

/** What the address's filter finds, as a download. */
export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'audit.export')
  const { filter, problems } = filterOf(args)
  const wanted = (await args.request.formData()).get('format')
  const format = exportFormats.find((each) => each === wanted)
  const t = translator(args.request)
  const refused = (why: 'filter' | 'format' | 'unprovable') =>
    redirectWithToast(exportAddress(filter), { tone: 'bad', message: t(`audit-export:refused.${why}`) })
  if (Object.keys(problems).length > 0) return refused('filter')
  if (!format) return refused('format')
  const { secret, audit } = args.context.config
  const begun = await beginExport(
    {
      desk,
      by: desk.actor,
      sealing: { secret, origin: audit.origin },
      labels: { payment: paymentLabels, shipping: shippingLabels },
    },
    { filter, format },
  )
  if (!begun.ok && begun.refusal === 'not_permitted') throw notFound()
  if (!begun.ok) return refused('unprovable')
  return new Response(args.context.download.stream(begun.bytes), {
    headers: {
      'Content-Type': begun.type,
      'Content-Disposition': `attachment; filename="${begun.name}"`,
      'X-Content-Type-Options': 'nosniff',
      // Compressed on the way, more would be held than the browser has taken.
      'Cache-Control': 'private, no-store, no-transform',
    },
  })
}

function filterOf({ request }: LoaderFunctionArgs) {
  return readFilter(new URL(request.url).searchParams)
}
