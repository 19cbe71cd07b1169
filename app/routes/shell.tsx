import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { navCounts } from '~/corrections/counts.server'
import type { loader as rootLoader } from '~/root'
import { ErrorPage } from '~/ui/error-page'
import { Frame } from '~/ui/shell/frame'
import { requireDesk } from './session.server'

/** Signed-in people only; others sign in and come back to where they wanted to go. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { name, role } = desk.actor
  return { name, role, counts: await navCounts(desk) }
}

export default function Shell() {
  return (
    <Frame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  )
}

/** Keeps the navigation around what went wrong below it. */
export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>('routes/shell')
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const page = <ErrorPage id={root?.requestId} />
  return shell ? <Frame {...shell}>{page}</Frame> : page
}
