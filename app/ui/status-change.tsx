import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { VisuallyHidden } from './visually-hidden'

/** lucide's arrow-right as its drawing alone: a list has one in every row, and its component costs as much as a pill. */
const arrow = (
  <svg
    aria-hidden
    viewBox="0 0 24 24"
    className="size-3.5 flex-none"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.8}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d="M5 12h14M12 5l7 7-7 7" />
  </svg>
)

/** 前 → 後: two pills and an arrow. */
export function StatusChange({ before, after }: { before: ReactNode; after: ReactNode }) {
  const { t } = useTranslation()
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5 align-middle">
      {before}
      <span className="text-faint">
        {arrow}
        <VisuallyHidden>{t('change.to')}</VisuallyHidden>
      </span>
      {after}
    </span>
  )
}
