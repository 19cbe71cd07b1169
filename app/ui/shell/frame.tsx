import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { Role } from '~/staff/permissions'
import { Brand } from '../brand'
import { LanguageSwitch } from '../language-switch'
import { Nav } from './nav'
import { type NavCounts, navigationFor } from './navigation'
import { SearchBox } from './search-box'
import { UserMenu } from './user-menu'

export type FrameProps = { name: string; role: Role; counts: NavCounts; children: ReactNode }

/** What stands around every page of a signed-in person. */
export function Frame({ name, role, counts, children }: FrameProps) {
  const { t } = useTranslation()
  return (
    <div className="grid min-h-dvh print:block grid-rows-[var(--shell-top)_1fr] max-md:pb-(--shell-bottom) md:grid-cols-[208px_minmax(0,1fr)]">
      <a
        href="#main"
        className="print:hidden fixed top-2 left-2 z-50 -translate-y-20 rounded-6 bg-surface px-4 py-2 font-bold text-primary focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <header className="sticky top-0 z-30 col-span-full flex h-(--shell-top) items-center border-b border-line bg-surface print:hidden">
        <Link
          to="/"
          className="flex h-full items-center px-3 -outline-offset-4 md:w-[208px] md:border-r md:border-line md:px-4"
        >
          <Brand compact />
        </Link>
        <div className="flex min-w-0 flex-1 items-center gap-2 pr-3 md:gap-3 md:px-5">
          <SearchBox />
          <div className="ml-auto flex items-center gap-1 md:gap-2.5">
            <LanguageSwitch />
            <UserMenu name={name} role={role} />
          </div>
        </div>
      </header>
      <Nav entries={navigationFor(role, counts)} />
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-col outline-none">
        {children}
      </main>
    </div>
  )
}
