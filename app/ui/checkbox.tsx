import { forwardRef, type InputHTMLAttributes, type ReactNode } from 'react'

export type CheckboxProps = { label: ReactNode; name: string; hint?: ReactNode } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'type'
>

/** Yes or no, its words beside it. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { label, hint, ...input },
  ref,
) {
  return (
    <label className="pointer-coarse:min-h-11 flex items-start gap-2.5">
      <input
        {...input}
        ref={ref}
        type="checkbox"
        className="mt-1 size-4 flex-none rounded-4 accent-primary"
      />
      <span>
        {label}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </label>
  )
})
