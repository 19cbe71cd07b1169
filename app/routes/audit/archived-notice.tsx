import { Archive } from 'lucide-react'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from '~/ui/icon'

/** That what is older is in the archive. `month` is `2019-01`, the newest of this order's that is there. */
export function ArchivedNotice({ month }: { month: string | null }) {
  const { t } = useTranslation('erasure')
  const language = useLanguage()
  if (month === null) return null
  const shown = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return (
    <p className="flex gap-2.5 rounded-8 border border-line bg-surface px-4 py-3 text-sm">
      <Icon of={Archive} className="mt-0.5 flex-none text-muted" />
      <span>
        <strong className="block">
          {t('archivedNotice', { month: shown.format(new Date(`${month}-01T00:00:00Z`)) })}
        </strong>
        <span className="text-muted">{t('archivedHint')}</span>
      </span>
    </p>
  )
}
