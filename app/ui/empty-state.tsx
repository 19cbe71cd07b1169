import { Inbox, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon'

/** Nothing here: says what would be, and what to do. */
export function EmptyState({
  title,
  icon = Inbox,
  action,
  children,
}: {
  title: string
  icon?: LucideIcon
  action?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-12 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-grey-soft text-muted">
        <Icon of={icon} size="lg" />
      </span>
      <p className="font-bold">{title}</p>
      {children && <div className="max-w-md text-sm text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
