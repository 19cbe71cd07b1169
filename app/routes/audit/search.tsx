import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { lookUp } from '~/audit/look-up.server'
import { readFilter } from '~/audit/search/filter'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { normaliseOrderNumber, withoutRepaymentSuffix } from '~/orders/number'
import { type Desk, permits } from '~/staff/desk.server'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { pageTitle } from '~/ui/title'
import { redirectWithToast } from '~/ui/toast.server'
import { notFound, permitOr404, requireDesk } from '../session.server'
import { LookUp } from './look-up'
import { actOnSaved, refusalStatus } from './search/act.server'
import { tidied, withQuery } from './search/address'
import { Conditions } from './search/conditions'
import { FilterForm } from './search/filter-form'
import { loadSearch } from './search/load.server'
import { Results } from './search/results'
import { SavedList } from './search/saved-list'

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { searchParams } = new URL(args.request.url)
  const tidy = tidied(searchParams, desk.clock.now())
  if (tidy) throw redirect(withQuery(tidy))
  const q = (searchParams.get('q') ?? '').trim().slice(0, 64)
  const found = q && (await addressOf(desk, q))
  if (found) throw redirect(found)
  const title = translator(args.request)('audit:title')
  return { ...(await loadSearch(desk, searchParams)), looked: q, title }
}

export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'audit.see')
  const { searchParams } = new URL(args.request.url)
  const done = await actOnSaved(desk, readFilter(searchParams).filter, await args.request.formData())
  if (!done) throw notFound()
  if (!done.ok) return data(done, { status: refusalStatus[done.refusal] })
  const { intent, name } = done
  const message = translator(args.request)(`audit-search:saved.done.${intent}`, { name })
  return redirectWithToast(withQuery(searchParams), { message })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

/** Finds one order's history, or all that was done under some conditions, and shows what happened last. */
export default function AuditSearch() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('audit')
  return (
    <Page
      title={loaded.title}
      help="/help/audit"
      lead={t('search.lead')}
      meta={
        <Link to="/audit/verify" className="text-primary hover:underline">
          {t('check.title')}
        </Link>
      }
      end={<LookUp typed={loaded.looked} small />}
    >
      <Card>
        <div className="grid gap-3">
          <FilterForm {...loaded} />
          <Conditions {...loaded} />
        </div>
      </Card>
      <SavedList saved={loaded.saved} query={loaded.query} answer={answer} />
      <Results {...loaded} />
      <Pager previous={loaded.first} next={loaded.next} />
    </Page>
  )
}

async function addressOf(desk: Desk, typed: string): Promise<string | null> {
  const number = normaliseOrderNumber(typed)
  const bare = withoutRepaymentSuffix(number)
  const found = await lookUp(desk, bare ? [number, bare] : [number])
  if (!found) return null
  if (found.found === 'request') {
    return `${permits(desk, 'desk.see') ? '/desk' : '/requests'}/${found.reference}`
  }
  const shop = found.shop === null ? '' : `?shop=${encodeURIComponent(found.shop)}`
  return `/audit/orders/${encodeURIComponent(found.number)}${shop}`
}
