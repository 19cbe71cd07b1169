import type { ReactNode } from 'react'
import { HelpLink } from './help-link'

/** The frame of most pages: heading, what it is about, buttons, content in one column. */
export function Page({
  title,
  lead,
  meta,
  end,
  help,
  narrow = false,
  children,
}: {
  title: ReactNode
  /** A sentence under the heading. */
  lead?: ReactNode
  /** Facts under the heading, side by side. */
  meta?: ReactNode
  end?: ReactNode
  /** Where the help speaks of this page. */
  help?: string
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <div
      className={`mx-auto grid w-full gap-4 px-4 py-5 md:px-6 md:py-7 ${narrow ? 'max-w-3xl' : 'max-w-[1080px]'}`}
    >
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-lg font-bold md:text-xl">{title}</h1>
          {lead && <p className="text-muted">{lead}</p>}
          {meta && <div className="mt-0.5 flex flex-wrap gap-x-3.5 text-sm text-muted">{meta}</div>}
        </div>
        {(end || help) && (
          <div className="flex flex-wrap items-center gap-2 md:ml-auto">
            {end}
            {help && <HelpLink to={help} />}
          </div>
        )}
      </header>
      {children}
    </div>
  )
}
