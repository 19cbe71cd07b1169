import { NavLink } from '@remix-run/react'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from '../icon'
import type { NavEntry } from './navigation'

const look =
  'flex items-center text-muted hover:text-ink aria-[current]:bg-primary-soft aria-[current]:font-bold aria-[current]:text-primary'
const beside =
  'md:h-9 md:flex-row md:gap-2.5 md:rounded-6 md:px-2.5 md:text-md md:font-medium md:hover:bg-ground'
const below =
  'max-md:relative max-md:h-12 max-md:flex-col max-md:justify-center max-md:rounded-6 max-md:text-2xs'

const countLook =
  'figures text-xs font-semibold max-md:absolute max-md:top-0.5 max-md:left-1/2 max-md:ml-1.5 max-md:rounded-full max-md:bg-primary max-md:px-1.5 max-md:text-2xs max-md:leading-4 max-md:text-on-primary md:ml-auto'

/** The main pages: at the side on a desk, at the bottom on a phone. */
export function Nav({ entries }: { entries: readonly NavEntry[] }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <nav
      aria-label={t('nav.label')}
      className="z-20 border-line bg-surface max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:h-(--shell-bottom) max-md:border-t md:border-r print:hidden"
    >
      <ul className="flex p-1 md:sticky md:top-(--shell-top) md:flex-col md:gap-0.5 md:px-2 md:py-3">
        {entries.map(({ to, word, icon, count }) => (
          <li key={to} className="max-md:flex-1">
            <NavLink to={to} end={to === '/'} prefetch="intent" className={`${look} ${beside} ${below}`}>
              <Icon of={icon} />
              <span>{t(`nav.${word}`)}</span>
              {count ? <span className={countLook}>{number(count)}</span> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
