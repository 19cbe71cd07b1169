import { useEffect, useRef } from 'react'
import { useTranslation } from '~/i18n/use-translation'

export type FieldError = { /** The control's id. */ field: string; message: string }

/** On top of a form that came back: says how much is wrong, takes the focus, leads to each field. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldError[]; title?: string }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-8 border-2 border-red-mark bg-red-soft px-4 py-3 text-red"
    >
      <h2 className="font-bold">{title ?? t('form.errors', { count: errors.length })}</h2>
      <ul className="mt-1 list-disc pl-5">
        {errors.map((error) => (
          <li key={error.field + error.message}>
            <a className="underline underline-offset-2" href={`#${error.field}`}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
