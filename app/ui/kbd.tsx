import type { ReactNode } from 'react'

/** A key, shown where a keyboard is likely. It takes the colour of what it stands on. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="hidden rounded-sm border border-b-2 border-current/40 px-1 py-0.5 font-mono text-2xs leading-none font-semibold opacity-80 md:pointer-fine:inline-block"
    >
      {children}
    </kbd>
  )
}
