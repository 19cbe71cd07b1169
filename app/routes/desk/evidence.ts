import type { LoaderFunctionArgs } from '@remix-run/node'
import { evidencePicture } from '~/corrections/evidence-picture.server'
import { notFound, permitOr404, requireDesk } from '../session.server'

/** A picture that was attached as evidence; a download, never shown in place. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'desk.see')
  const { reference = '', evidence = '' } = args.params
  const picture = await evidencePicture(desk, reference, evidence)
  if (!picture) throw notFound()
  return new Response(picture.bytes, {
    headers: {
      'Content-Type': picture.mediaType,
      'Content-Length': String(picture.size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(picture.name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
