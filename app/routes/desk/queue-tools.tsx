import { Form, useLocation, useSubmit } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type QueueView, queueViews } from '~/corrections/views'
import { Button } from '~/ui/button'
import { Tabs } from '~/ui/tabs'

type Props = {
  view: QueueView
  shop: string
  shops: { code: string; name: string }[]
  counts: Record<Exclude<QueueView, 'closed'>, number>
}

/** The queue's tabs and its filter, both kept in the address. */
export function QueueTools({ view, shop, shops, counts }: Props) {
  const { t } = useTranslation('desk')
  const tabs = queueViews.map((each) => ({
    to: `/desk?${new URLSearchParams({ view: each, ...(shop && { shop }) })}`,
    label: t(`views.${each}`),
    current: each === view,
    ...(each !== 'closed' && { count: counts[each] }),
  }))
  return (
    <div className="sticky top-0 z-10 bg-surface">
      <div className="px-3 pt-2">
        <Tabs label={t('views.label')} tabs={tabs} />
      </div>
      <ShopFilter view={view} shop={shop} shops={shops} />
    </div>
  )
}

function ShopFilter({ view, shop, shops }: Omit<Props, 'counts'>) {
  const { t } = useTranslation('desk')
  const submit = useSubmit()
  const { pathname } = useLocation()
  return (
    <Form
      action={pathname}
      className="flex items-center gap-2 border-b border-line px-3.5 py-1.5 text-xs text-muted"
    >
      <input type="hidden" name="view" value={view} />
      <select
        name="shop"
        aria-label={t('filter.shop')}
        defaultValue={shop}
        key={shop}
        onChange={(event) => submit(event.currentTarget.form)}
        className="pointer-coarse:min-h-11 max-w-44 rounded-6 border border-transparent bg-transparent py-1 text-ink hover:border-line-strong"
      >
        <option value="">{t('filter.allShops')}</option>
        {shops.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <noscript>
        <Button type="submit" size="sm">
          {t('filter.apply')}
        </Button>
      </noscript>
      <span className="ml-auto">{t(view === 'closed' ? 'filter.decidedFirst' : 'filter.dueFirst')}</span>
    </Form>
  )
}
