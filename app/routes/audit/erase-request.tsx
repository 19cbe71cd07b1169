import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageTitle } from '~/ui/title'
import { requireDesk } from '../session.server'
import { actOnErasable, loadErasable } from './erase.server'
import { ErasePage } from './erase-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export function loader(args: LoaderFunctionArgs) {
  return loadErasable(requireDesk(args), args.request, { reference: args.params.reference ?? '' })
}

export function action(args: ActionFunctionArgs) {
  return actOnErasable(args, { reference: args.params.reference ?? '' })
}

/** The same for a request, which no order may match. */
export default function EraseRequest() {
  return <ErasePage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
