import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { pageTitle } from '~/ui/title'
import { AdminStart } from './home/admin'
import { AuditorStart } from './home/auditor'
import { ReviewerStart } from './home/reviewer'
import { ShopStart } from './home/shop'
import { startOf } from './home/start.server'
import { requireDesk } from './session.server'

export async function loader(args: LoaderFunctionArgs) {
  const start = await startOf(requireDesk(args))
  return { start, title: translator(args.request)('home:title') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

/** Each role's own start page: what waits for me. */
export default function Home() {
  const { start } = useLoaderData<typeof loader>()
  switch (start.for) {
    case 'shop':
      return <ShopStart {...start} />
    case 'reviewer':
      return <ReviewerStart {...start} />
    case 'auditor':
      return <AuditorStart {...start} />
    case 'admin':
      return <AdminStart {...start} />
  }
}
