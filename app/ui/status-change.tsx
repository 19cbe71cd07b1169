import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from './icon'
import { VisuallyHidden } from './visually-hidden'

/** 前 → 後: two pills and an arrow. */
export function StatusChange({ before, after }: { before: ReactNode; after: ReactNode }) {
  const { t } = useTranslation()
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5 align-middle">
      {before}
      <span className="text-faint">
        <Icon of={ArrowRight} size="sm" />
        <VisuallyHidden>{t('change.to')}</VisuallyHidden>
      </span>
      {after}
    </span>
  )
}
