/** The mark: what is shown moves, the outline of what was stays. */
export function BrandMark() {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      strokeWidth="2"
      className="flex-none"
    >
      <rect x="2" y="2" width="14" height="14" rx="4" className="stroke-faint" strokeDasharray="3 2.4" />
      <rect x="8" y="8" width="14" height="14" rx="4" className="fill-primary" />
      <path
        d="M12 15l2.3 2.3L18.5 13"
        className="stroke-on-primary"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

export function Brand({ compact = false }: { compact?: boolean }) {
  return (
    <span className="flex items-center gap-2.5 text-base font-bold tracking-wide whitespace-nowrap">
      <BrandMark />
      <span className={compact ? 'max-sm:sr-only' : ''}>Mitame</span>
    </span>
  )
}
