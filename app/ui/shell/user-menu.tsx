import { Form, Link, useLocation } from '@remix-run/react'
import { CircleHelp, LogOut, User } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { Role } from '~/staff/permissions'
import { Avatar } from '../avatar'
import { Icon } from '../icon'

const entry =
  'pointer-coarse:min-h-11 flex w-full items-center gap-2.5 rounded-6 px-3 py-2 text-left hover:bg-ground'

/** Who is signed in, their account, signing out. A `details`, so that it opens without JavaScript too. */
export function UserMenu({ name, role }: { name: string; role: Role }) {
  const { t } = useTranslation()
  const menu = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()
  const close = useCallback(() => menu.current?.removeAttribute('open'), [])
  useEffect(() => {
    if (key) close()
  }, [key, close])

  function leave({ currentTarget, relatedTarget }: FocusEvent) {
    if (!currentTarget.contains(relatedTarget)) close()
  }
  function closeByKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    close()
    menu.current?.querySelector('summary')?.focus()
  }
  return (
    <details ref={menu} className="relative" onBlur={leave} onKeyDown={closeByKey}>
      <summary
        aria-label={`${name} ${t('user.menu')}`}
        className="pointer-coarse:min-h-11 flex h-9 items-center gap-2.5 rounded-6 px-1.5 text-sm text-muted hover:bg-ground hover:text-ink"
      >
        <span className="whitespace-nowrap max-md:hidden">{name}</span>
        <Avatar name={name} />
      </summary>
      <div
        tabIndex={-1}
        className="absolute top-full right-0 z-30 mt-1 w-56 rounded-8 border border-line bg-raised p-1.5 shadow-high outline-none"
      >
        <div className="border-b border-line px-3 pt-1.5 pb-2.5">
          <div className="font-bold">{name}</div>
          <div className="text-xs text-muted">{t(`roles.${role}`)}</div>
        </div>
        <Link to="/account" className={`${entry} mt-1.5`}>
          <Icon of={User} />
          {t('user.account')}
        </Link>
        <Link to="/help" className={entry}>
          <Icon of={CircleHelp} />
          {t('help')}
        </Link>
        <Form method="post" action="/sign-out" reloadDocument>
          <button type="submit" className={entry}>
            <Icon of={LogOut} />
            {t('user.signOut')}
          </button>
        </Form>
      </div>
    </details>
  )
}
