import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Store } from 'lucide-react'
import { z } from 'zod'
import { retentionChoices } from '~/audit/erase/kept'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { type ManagedShop, managedShops, shopPageSchema } from '~/shops/managed.server'
import { setRetention } from '~/shops/retention.server'
import { changeSettings, shopSettingsSchema } from '~/shops/settings.server'
import type { Desk } from '~/staff/desk.server'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { type Column, Table } from '~/ui/table'
import { pageTitle } from '~/ui/title'
import { redirectWithToast } from '~/ui/toast.server'
import { notFound, permitOr404, requireDesk } from '../session.server'
import { RetentionForm } from './retention-form'
import { SettingsForm } from './settings-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const query = shopPageSchema.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  const page = await managedShops(requireDesk(args), query)
  if (!page) throw notFound()
  return { ...page, first: query.after === undefined, title: translator(args.request)('erasure:shops.title') }
}

const retentionSchema = z.object({
  shop: z.uuid(),
  years: z.coerce.number().pipe(z.literal([...retentionChoices])),
})

export async function action(args: ActionFunctionArgs) {
  const desk = requireDesk(args)
  permitOr404(desk, 'shops.manage')
  const typed = Object.fromEntries(await args.request.formData())
  if (typed.intent === 'settings') return saveSettings(args, desk, typed)
  const parsed = retentionSchema.safeParse(typed)
  if (!parsed.success) return data(null, 422)
  const { shop, years } = parsed.data
  const answer = await setRetention(desk, shop, years)
  if (!answer.ok) throw notFound()
  const t = translator(args.request)
  const words = { shop: answer.name, years }
  const message = answer.changed ? t('erasure:shops.saved', words) : t('erasure:shops.same', words)
  return redirectWithToast('/admin/shops', { message })
}

async function saveSettings({ request }: ActionFunctionArgs, desk: Desk, typed: object) {
  const parsed = shopSettingsSchema.safeParse(typed)
  if (!parsed.success) return data(null, 422)
  const { shop, ...settings } = parsed.data
  const answer = await changeSettings(desk, shop, settings)
  if (!answer.ok) throw notFound()
  const t = translator(request)
  const words = { shop: answer.name }
  const message = answer.changed
    ? t('erasure:shops.settingsSaved', words)
    : t('erasure:shops.settingsSame', words)
  return redirectWithToast('/admin/shops', { message })
}

/** What is set for each shop. */
export default function Shops() {
  const { t } = useTranslation(['erasure'])
  const { title, shops, first, next } = useLoaderData<typeof loader>()
  const columns: Column<ManagedShop>[] = [
    {
      key: 'shop',
      header: t('erasure:shops.shop'),
      cell: ({ name, code }) => (
        <>
          <b>{name}</b> <span className="figures text-xs text-muted">{code}</span>
        </>
      ),
    },
    {
      key: 'settings',
      header: t('erasure:shops.settings'),
      cell: (shop) => (
        <SettingsForm key={`${shop.carrierSetting}${shop.savedCards}${shop.manualLink}`} shop={shop} />
      ),
    },
    {
      key: 'retention',
      header: t('erasure:shops.retention'),
      cell: (shop) => <RetentionForm key={shop.retentionYears} shop={shop} />,
    },
  ]
  return (
    <Page title={title} lead={t('erasure:shops.lead')}>
      <p className="text-sm text-muted">{t('erasure:shops.hint')}</p>
      <Card flush>
        {shops.length === 0 ? (
          <EmptyState title={t('erasure:shops.empty')} icon={Store}>
            {t('erasure:shops.emptyHint')}
          </EmptyState>
        ) : (
          <Table caption={title} columns={columns} rows={shops} rowKey={({ id }) => id} />
        )}
      </Card>
      <Pager
        previous={first ? null : '/admin/shops'}
        next={next && `/admin/shops?after=${encodeURIComponent(next)}`}
      />
    </Page>
  )
}
