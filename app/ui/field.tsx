import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from './icon'

/** The look of what one types into. */
export const controlStyle =
  'w-full min-h-[42px] pointer-coarse:min-h-11 rounded-6 border border-line-control bg-surface px-3 py-2 text-md text-ink max-md:text-base placeholder:text-faint aria-invalid:border-red-mark aria-invalid:border-2 disabled:bg-ground disabled:text-muted [&[readonly]]:bg-ground'

export type FieldProps = {
  label: string
  name: string
  /** Unique on the page; the name unless said otherwise. */
  id?: string
  hint?: ReactNode
  /** Says what is wrong and how to mend it. */
  error?: string
  required?: boolean
  /** Below the control: what was found, how much is left. */
  below?: ReactNode
}

/** What ties a control to its label, hint and error. */
export function fieldWiring({ id, name, hint, error, required }: FieldProps) {
  const own = id ?? name
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ')
  return {
    id: own,
    name,
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  }
}

/** Label, 必須, control, hint and error. Text fields and selects come with it; for other controls use `fieldWiring`. */
export function Field({
  label,
  name,
  id = name,
  hint,
  error,
  required,
  below,
  children,
}: FieldProps & { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-md font-semibold">
        {label}
        {required && <span className="ml-1.5 text-xs text-red">{t('required')}</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-sm font-semibold text-red">
          <Icon of={CircleAlert} className="mt-0.5" />
          {error}
        </p>
      )}
      {below}
    </div>
  )
}
