import { Link, type LinkProps, useNavigation } from '@remix-run/react'
import { type ButtonHTMLAttributes, forwardRef, type MouseEvent, type ReactNode } from 'react'
import { Kbd } from './kbd'
import { Spinner } from './spinner'

const tones = {
  primary: 'border-primary bg-primary text-on-primary hover:border-primary-hover hover:bg-primary-hover',
  default: 'border-line-strong bg-surface text-ink hover:border-line-control hover:bg-ground',
  quiet: 'border-transparent text-primary hover:bg-primary-soft',
  danger: 'border-line-strong bg-surface text-red hover:border-red-mark hover:bg-red-soft',
} as const

const sizes = { md: 'min-h-[38px] px-4', sm: 'min-h-[30px] px-2.5 text-sm' } as const

export type ButtonLook = {
  /** One `primary` at most per form. */
  tone?: keyof typeof tones
  size?: keyof typeof sizes
  /** Over the whole width of its place. */
  wide?: boolean
}

/** The look of a button, for what must be another element. */
export function buttonStyle({ tone = 'default', size = 'md', wide = false }: ButtonLook = {}): string {
  return `inline-flex print:hidden pointer-coarse:min-h-11 items-center justify-center gap-2 rounded-6 border py-1 leading-snug font-semibold transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress aria-disabled:opacity-70 ${tones[tone]} ${sizes[size]} ${wide ? 'w-full' : ''}`
}

type Extras = ButtonLook & {
  /** Waits for the server: shows it, and takes no second press. */
  pending?: boolean
  /** The key that does the same. */
  hotkey?: string
  icon?: ReactNode
}

export type ButtonProps = Extras & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>

/** A button; `type="button"` unless said otherwise. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { tone, size, wide, pending = false, hotkey, icon, children, onClick, type = 'button', ...rest },
  ref,
) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={buttonStyle({ tone, size, wide })}
      onClick={press}
      aria-disabled={pending || undefined}
      aria-keyshortcuts={hotkey}
    >
      {pending ? <Spinner /> : icon}
      {children}
      {hotkey && <Kbd>{hotkey.toUpperCase()}</Kbd>}
    </button>
  )
})

/**
 * Submits its form, pending while that very submission is under way. `intent` is sent as `intent` and tells several
 * of a form apart.
 */
export function SubmitButton({
  intent,
  tone = 'primary',
  pending = false,
  ...rest
}: ButtonProps & { intent?: string }) {
  const submitting = useSubmitting(intent)
  const named = intent === undefined ? {} : { name: 'intent', value: intent }
  return <Button {...named} {...rest} tone={tone} type="submit" pending={pending || submitting} />
}

function useSubmitting(intent: string | undefined): boolean {
  const { formData } = useNavigation()
  if (!formData) return false
  return intent === undefined || formData.get('intent') === intent
}

export type LinkButtonProps = Omit<Extras, 'pending'> & Omit<LinkProps, 'className'>

/** Goes somewhere, looks like a button. */
export function LinkButton({ tone, size, wide, hotkey, icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonStyle({ tone, size, wide })} aria-keyshortcuts={hotkey}>
      {icon}
      {children}
      {hotkey && <Kbd>{hotkey.toUpperCase()}</Kbd>}
    </Link>
  )
}
