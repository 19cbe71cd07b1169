import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SubjectName } from '~/audit/erase/subject.server'
import { normaliseOrderNumber } from '~/orders/number'
import { pageTitle } from '~/ui/title'
import { requireDesk } from '../session.server'
import { actOnErasable, loadErasable } from './erase.server'
import { ErasePage } from './erase-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export function loader(args: LoaderFunctionArgs) {
  return loadErasable(requireDesk(args), args.request, nameOf(args))
}

export function action(args: ActionFunctionArgs) {
  return actOnErasable(args, nameOf(args))
}

function nameOf({ params, request }: LoaderFunctionArgs): SubjectName {
  const shop = new URL(request.url).searchParams.get('shop') ?? undefined
  return { number: normaliseOrderNumber(params.number ?? ''), shop }
}

/** Erases what people wrote on an order and its requests. */
export default function Erase() {
  return <ErasePage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
