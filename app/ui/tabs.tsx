import { Link, type LinkProps } from '@remix-run/react'
import { useFormat } from '~/i18n/use-format'

export type Tab = { to: LinkProps['to']; label: string; count?: number; current: boolean }

/** Views of one page. They are links: each has its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { number } = useFormat()
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.label}>
            <Link
              to={tab.to}
              prefetch="intent"
              aria-current={tab.current ? 'page' : undefined}
              className="pointer-coarse:min-h-11 flex items-center gap-1 border-b-2 border-transparent px-2.5 pt-1.5 pb-2 text-sm font-semibold whitespace-nowrap text-muted -outline-offset-2 hover:text-ink aria-[current]:border-primary aria-[current]:text-primary"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="figures text-xs opacity-85">{number(tab.count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
