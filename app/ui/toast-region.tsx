import { Link } from '@remix-run/react'
import { CircleCheck, Info, type LucideIcon, TriangleAlert, X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from './icon'
import type { Toast } from './toast'

const shownFor = 8000

const icons: Record<Toast['tone'], { icon: LucideIcon; color: string }> = {
  good: { icon: CircleCheck, color: 'text-green-mark' },
  bad: { icon: TriangleAlert, color: 'text-red-mark' },
  info: { icon: Info, color: 'text-sky-mark' },
}

/** Where toasts appear. A toast stays a while, longer under the pointer or the focus, and can be put away. */
export function ToastRegion({ toast }: { toast: Toast | null }) {
  const [shown, setShown] = useState(toast)
  const putAway = useCallback(() => setShown(null), [])
  useEffect(() => {
    if (toast) setShown(toast)
  }, [toast])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 z-50 flex justify-center max-md:top-16 md:bottom-20 print:hidden"
    >
      {shown && <ToastCard key={shown.id} toast={shown} putAway={putAway} />}
    </div>
  )
}

function ToastCard({ toast, putAway }: { toast: Toast; putAway: () => void }) {
  const { t } = useTranslation()
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const timer = setInterval(() => {
      if (!card.current?.matches(':hover, :focus-within')) putAway()
    }, shownFor)
    return () => clearInterval(timer)
  }, [putAway])
  const { icon, color } = icons[toast.tone]
  return (
    <div
      ref={card}
      className="pointer-events-auto flex max-w-xl animate-arrive items-center gap-3 rounded-8 border border-line bg-raised py-2 pr-2 pl-4 shadow-high"
    >
      <Icon of={icon} className={color} />
      <span className="font-semibold">{toast.message}</span>
      {toast.link && (
        <Link
          to={toast.link.to}
          onClick={putAway}
          className="font-semibold whitespace-nowrap text-primary underline"
        >
          {toast.link.label}
        </Link>
      )}
      <button
        type="button"
        onClick={putAway}
        aria-label={t('close')}
        className="pointer-coarse:min-h-11 grid size-8 flex-none place-items-center rounded-6 text-muted hover:bg-ground"
      >
        <Icon of={X} />
      </button>
    </div>
  )
}
