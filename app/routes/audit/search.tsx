import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { latestEvents } from '~/audit/latest.server'
import { lookUp } from '~/audit/look-up.server'
import { translator } from '~/i18n/translator.server'
import { normaliseOrderNumber, withoutRepaymentSuffix } from '~/orders/number'
import { type Desk, permits } from '~/staff/desk.server'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { pageTitle } from '~/ui/title'
import { requireDesk } from '../session.server'
import { LogList } from './log-list'
import { LookUp } from './look-up'

const querySchema = z.object({
  q: z.string().trim().max(64).catch(''),
  after: z.uuid().optional().catch(undefined),
})

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { q, after } = querySchema.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  const found = q && (await addressOf(desk, q))
  if (found) throw redirect(found)
  const page = await latestEvents(desk, { after })
  const title = translator(args.request)('audit:title')
  return { ...page, typed: q, first: after === undefined, requests: requestsOf(desk), title }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

/** Finds one order's history, and shows what happened last. */
export default function AuditSearch() {
  const { entries, next, typed, first, requests, title } = useLoaderData<typeof loader>()
  const { t } = useTranslation('audit')
  return (
    <Page title={title} lead={t('search.lead')}>
      <LookUp typed={typed} />
      <LogList entries={entries} requests={requests} />
      <Pager previous={first ? null : '/audit'} next={next && `/audit?after=${encodeURIComponent(next)}`} />
    </Page>
  )
}

async function addressOf(desk: Desk, typed: string): Promise<string | null> {
  const number = normaliseOrderNumber(typed)
  const bare = withoutRepaymentSuffix(number)
  const found = await lookUp(desk, bare ? [number, bare] : [number])
  if (!found) return null
  if (found.found === 'request') return `${requestsOf(desk)}/${found.reference}`
  const shop = found.shop === null ? '' : `?shop=${encodeURIComponent(found.shop)}`
  return `/audit/orders/${encodeURIComponent(found.number)}${shop}`
}

function requestsOf(desk: Desk) {
  return permits(desk, 'desk.see') ? ('/desk' as const) : ('/requests' as const)
}
