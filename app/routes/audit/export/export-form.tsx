import type { SerializeFrom } from '@remix-run/node'
import { Download } from 'lucide-react'
import { type ExportFormat, exportFormats } from '~/audit/export/formats'
import { useTranslation } from '~/i18n/use-translation'
import { Button, LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { VerdictBox } from '~/ui/verdict-box'
import { searchAddress } from '../search/address'
import { FilterWords } from './filter-words'
import type { ExportPage } from './load.server'

type Props = Pick<SerializeFrom<ExportPage>, 'filter' | 'count' | 'shops' | 'people' | 'query' | 'wrong'> & {
  /** A download was begun and has not ended. */
  started: boolean
  onBegin: () => void
}

/** What is exported and in which format. The form is the browser's own, so that what comes is a download. */
export function ExportForm({ filter, count, shops, people, query, wrong, started, onBegin }: Props) {
  const { t } = useTranslation('audit-export')
  return (
    <Card
      title={t('what')}
      end={
        <span role="status" className="text-sm">
          {count.kind === 'exact' ? t('count.exact', { count: count.count }) : t(`count.${count.kind}`)}
        </span>
      }
    >
      <form
        method="post"
        action={`/audit/export/file${query ? `?${query}` : ''}`}
        onSubmit={onBegin}
        className="grid gap-4"
      >
        {wrong && <VerdictBox small tone="look" title={t('problems')} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <FilterWords filter={filter} shops={shops} people={people} />
          <LinkButton to={searchAddress(filter)} size="sm" tone="quiet">
            {t('change')}
          </LinkButton>
        </div>
        {count.kind === 'exact' && count.count === 0 && <p className="text-sm text-muted">{t('none')}</p>}
        <fieldset className="grid gap-2">
          <legend className="mb-2 text-md font-semibold">{t('format')}</legend>
          {exportFormats.map((format) => (
            <Format key={format} format={format} />
          ))}
        </fieldset>
        <p className="text-sm text-muted">{t('until')}</p>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" tone="primary" disabled={wrong} icon={<Icon of={Download} />}>
            {t('submit')}
          </Button>
          <p role="status" className="text-sm">
            {started && t('started')}
          </p>
        </div>
      </form>
    </Card>
  )
}

function Format({ format }: { format: ExportFormat }) {
  const { t } = useTranslation('audit-export')
  return (
    <label className="flex cursor-pointer gap-3 rounded-6 border border-line px-3 py-2.5 hover:bg-ground has-checked:border-primary has-checked:bg-primary-soft">
      <input
        type="radio"
        name="format"
        value={format}
        defaultChecked={format === 'csv'}
        className="mt-1 size-4 flex-none accent-primary"
      />
      <span className="min-w-0">
        <span className="font-semibold">{t(`formats.${format}.name`)}</span>
        <span className="block text-sm text-muted">{t(`formats.${format}.use`)}</span>
      </span>
    </label>
  )
}
