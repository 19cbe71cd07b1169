import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { CircleCheck } from 'lucide-react'
import { z } from 'zod'
import { watchShops } from '~/corrections/drift-watch.server'
import { openDrifts, watchProgress } from '~/corrections/drifts.server'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { cursorSchema } from '~/platform/keyset.server'
import { notFound, requireDesk } from '~/routes/session.server'
import { shopChoices } from '~/shops/list.server'
import { permits } from '~/staff/desk.server'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { Select } from '~/ui/select'
import { pageTitle } from '~/ui/title'
import { DriftList } from './drift/drift-list'
import { WatchCard } from './drift/watch-card'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

const askedSchema = z.object({ shop: z.string().max(64).catch(''), after: cursorSchema })

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { searchParams } = new URL(args.request.url)
  const { shop, after } = askedSchema.parse(Object.fromEntries(searchParams))
  const page = await openDrifts(desk, { shop, after })
  if (!page) throw notFound()
  return {
    title: translator(args.request)('orders:drift.title'),
    rows: page.rows,
    newest: after ? addressOf(shop, null) : null,
    next: page.next && addressOf(shop, page.next),
    watch: await watchProgress(desk, shop),
    shop,
    shops: await shopChoices(desk),
    mayFile: permits(desk, 'requests.file'),
    mayAsk: permits(desk, 'kuroneko.ask'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  const form = await args.request.formData()
  const { shop } = askedSchema.parse(Object.fromEntries(form))
  const started = await watchShops(desk, shop)
  if (!started.ok) throw notFound()
  return redirect(addressOf(shop, null))
}

function addressOf(shop: string, after: string | null): string {
  const search = new URLSearchParams({ ...(shop && { shop }), ...(after && { after }) }).toString()
  return search ? `/orders/drift?${search}` : '/orders/drift'
}

export default function Drifts() {
  const { t } = useTranslation(['orders', 'common'])
  const { title, rows, newest, next, watch, shop, shops, mayFile, mayAsk } = useLoaderData<typeof loader>()
  const withShop = shops.length > 0
  return (
    <Page
      title={title}
      lead={t('drift.lead')}
      meta={t('common:cosmetic')}
      end={newest && <LinkButton to={newest}>{t('drift.newest')}</LinkButton>}
    >
      <WatchCard watch={watch} shop={shop} mayAsk={mayAsk} />
      {withShop && <ShopFilter shop={shop} shops={shops} />}
      {rows.length > 0 ? (
        <DriftList rows={rows} shop={shop} reader={{ mayFile, withShop }} />
      ) : (
        <Card flush>
          <EmptyState icon={CircleCheck} title={t('drift.none')}>
            {t('drift.noneWhat')}
          </EmptyState>
        </Card>
      )}
      <Pager previous={null} next={next} />
    </Page>
  )
}

function ShopFilter({ shop, shops }: { shop: string; shops: { code: string; name: string }[] }) {
  const { t } = useTranslation('orders')
  return (
    <Form key={shop} className="flex flex-wrap items-end gap-3">
      <Select
        label={t('field.shop')}
        name="shop"
        defaultValue={shop}
        options={[
          { value: '', label: t('drift.allShops') },
          ...shops.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <SubmitButton tone="default">{t('drift.showShop')}</SubmitButton>
    </Form>
  )
}
