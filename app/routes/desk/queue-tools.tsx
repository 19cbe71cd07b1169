import { Form, useLocation, useSubmit } from '@remix-run/react'
import { ListChecks } from 'lucide-react'
import { type QueueView, queueViews, verdicts } from '~/corrections/views'
import { useTranslation } from '~/i18n/use-translation'
import { Button, LinkButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { Tabs } from '~/ui/tabs'

type Props = {
  view: QueueView
  shop: string
  verdict: (typeof verdicts)[number] | ''
  shops: { code: string; name: string }[]
  counts: Record<Exclude<QueueView, 'closed'>, number>
  /** How many can be approved together. */
  quick: number
}

/** The queue's tabs and its filters, all kept in the address. */
export function QueueTools({ counts, quick, ...chosen }: Props) {
  const { t } = useTranslation('desk')
  const { view, shop, verdict } = chosen
  const tabs = queueViews.map((each) => ({
    to: `/desk?${new URLSearchParams({ view: each, ...(shop && { shop }), ...(verdict && { verdict }) })}`,
    label: t(`views.${each}`),
    current: each === view,
    ...(each !== 'closed' && { count: counts[each] }),
  }))
  return (
    <div className="sticky top-0 z-10 bg-surface">
      {quick > 0 && (
        <div className="px-3 pt-2.5">
          <LinkButton to="/desk/quick" wide hotkey="b" icon={<Icon of={ListChecks} />}>
            {t('quick.enter', { count: quick })}
          </LinkButton>
        </div>
      )}
      <div className="px-3 pt-2">
        <Tabs label={t('views.label')} tabs={tabs} />
      </div>
      <Filters {...chosen} />
    </div>
  )
}

function Filters({ view, shop, verdict, shops }: Omit<Props, 'counts' | 'quick'>) {
  const { t } = useTranslation('desk')
  const { pathname } = useLocation()
  return (
    <Form
      action={pathname}
      className="flex items-center gap-1 border-b border-line py-1.5 pr-3.5 pl-2.5 text-xs text-muted"
    >
      <input type="hidden" name="view" value={view} />
      <Filter
        name="shop"
        label={t('filter.shop')}
        all={t('filter.allShops')}
        chosen={shop}
        options={shops.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Filter
        name="verdict"
        label={t('filter.verdict')}
        all={t('filter.allVerdicts')}
        chosen={verdict}
        options={verdicts.map((each) => ({ value: each, label: t(`filter.verdicts.${each}`) }))}
      />
      <noscript>
        <Button type="submit" size="sm">
          {t('filter.apply')}
        </Button>
      </noscript>
      <span className="ml-auto whitespace-nowrap">
        {t(view === 'closed' ? 'filter.decidedFirst' : 'filter.dueFirst')}
      </span>
    </Form>
  )
}

type FilterProps = {
  name: string
  label: string
  all: string
  chosen: string
  options: { value: string; label: string }[]
}

/** A quiet select that filters as soon as it changes. */
function Filter({ name, label, all, chosen, options }: FilterProps) {
  const submit = useSubmit()
  return (
    <select
      name={name}
      aria-label={label}
      defaultValue={chosen}
      key={chosen}
      onChange={(event) => submit(event.currentTarget.form)}
      className="pointer-coarse:min-h-11 min-w-0 max-w-36 rounded-6 border border-transparent bg-transparent py-1 text-ink hover:border-line-strong"
    >
      <option value="">{all}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
