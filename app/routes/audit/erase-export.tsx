import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageTitle } from '~/ui/title'
import { requireDesk } from '../session.server'
import { actOnErasable, loadErasable } from './erase.server'
import { ErasePage } from './erase-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export function loader(args: LoaderFunctionArgs) {
  return loadErasable(requireDesk(args), args.request, { exported: args.params.exported ?? '' })
}

export function action(args: ActionFunctionArgs) {
  return actOnErasable(args, { exported: args.params.exported ?? '' })
}

/** The same for the words that an export looked for. */
export default function EraseExport() {
  return <ErasePage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
