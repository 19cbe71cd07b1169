import type { LucideIcon } from 'lucide-react'

const sizes = { sm: 'size-3.5', md: 'size-4', lg: 'size-6' } as const

/** A lucide icon at the product's size and stroke. Decoration only: the word stands beside it. */
export function Icon({
  of: Drawing,
  size = 'md',
  className = '',
}: {
  of: LucideIcon
  size?: keyof typeof sizes
  className?: string
}) {
  return <Drawing aria-hidden className={`${sizes[size]} flex-none ${className}`} strokeWidth={1.8} />
}
