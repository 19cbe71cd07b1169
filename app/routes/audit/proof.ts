import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findArchived } from '~/audit/proof/archived.server'
import { takeProof } from '~/audit/proof/proof.server'
import { findProvable, type ProvableEvent } from '~/audit/proof/provable.server'
import { translator } from '~/i18n/translator.server'
import { type Desk, permits } from '~/staff/desk.server'
import { redirectWithToast } from '~/ui/toast.server'
import { notFound, permitOr404, requireDesk } from '../session.server'
import { historyAddress } from './order-address'

/** An event's address by its id: where it stands in its history. The proof itself is asked for by a form. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'audit.see')
  const id = args.params.event ?? ''
  const event = await findProvable(desk, id)
  if (!event) throw await archivedOr404(args, desk, id)
  throw redirect(placeOf(desk, event))
}

/** The proof of one event as a download; that it was taken is an event as well. */
export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'audit.see')
  const { secret, audit } = args.context.config
  const id = args.params.event ?? ''
  const taken = await takeProof({ desk, sealing: { secret, origin: audit.origin } }, id)
  if (taken.ok) return download(taken)
  const event = taken.refusal === 'unprovable' ? await findProvable(desk, id) : null
  if (!event) throw await archivedOr404(args, desk, id)
  const message = translator(args.request)('history:event.unprovable')
  return redirectWithToast(placeOf(desk, event), { tone: 'bad', message })
}

/** An event whose month is in the archive is told of, with the way to have its proof. */
async function archivedOr404({ request }: LoaderFunctionArgs, desk: Desk, id: string): Promise<Response> {
  const event = await findArchived(desk, id)
  if (!event) return notFound()
  const message = translator(request)('history:event.archived', { month: event.month })
  return redirectWithToast(placeOf(desk, event), { tone: 'info', message })
}

function download({ name, text }: { name: string; text: string }): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}

function placeOf(desk: Desk, { owner, chainName, shopCode, seq }: ProvableEvent): string {
  switch (owner.kind) {
    case 'order': {
      const order = { number: chainName, shop: { code: shopCode ?? '' } }
      return `${historyAddress(order, { before: seq + 1 })}#e${seq}`
    }
    case 'request':
      return `${permits(desk, 'desk.see') ? '/desk' : '/requests'}/${chainName}`
    case 'shop':
    case 'desk':
      return '/audit'
  }
}
