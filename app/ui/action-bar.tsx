import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon'

/** The decisions of a page, always within reach: sticks to its bottom, above the phone's navigation. */
export function ActionBar({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div className="sticky bottom-(--shell-bottom) z-10 flex flex-wrap items-center gap-2.5 border-t border-line bg-surface/95 px-4 py-3 backdrop-blur-sm md:px-6 print:hidden">
      {note && (
        <p className="flex items-center gap-1.5 text-xs text-muted max-md:w-full md:mr-auto">
          <Icon of={Info} />
          {note}
        </p>
      )}
      <div className="flex flex-wrap gap-2.5 max-md:w-full max-md:*:flex-1 md:ml-auto">{children}</div>
    </div>
  )
}
