import { useNavigation } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'

/** A thin bar on top while the next page is on its way. */
export function PendingBar() {
  const { t } = useTranslation()
  const { state } = useNavigation()
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-0 z-50 h-[3px] overflow-hidden print:hidden"
    >
      {state !== 'idle' && (
        <>
          <span className="sr-only">{t('loading')}</span>
          <span aria-hidden className="block h-full w-1/3 animate-pending bg-primary" />
        </>
      )}
    </div>
  )
}
