import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from './button'
import { Icon } from './icon'

/** To the neighbouring keyset pages; nothing where there is neither. */
export function Pager({ previous, next }: { previous: string | null; next: string | null }) {
  const { t } = useTranslation()
  if (previous === null && next === null) return null
  return (
    <nav aria-label={t('pager.label')} className="flex justify-between gap-3 print:hidden">
      <span>
        {previous !== null && (
          <LinkButton to={previous} size="sm" rel="prev" icon={<Icon of={ChevronLeft} />}>
            {t('pager.previous')}
          </LinkButton>
        )}
      </span>
      {next !== null && (
        <LinkButton to={next} size="sm" rel="next">
          {t('pager.next')}
          <Icon of={ChevronRight} />
        </LinkButton>
      )}
    </nav>
  )
}
