import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import type { Role } from '~/staff/permissions'
import { buttonStyle } from '~/ui/button'

export type DemoLogin = { email: string; name: string; role: Role; password: string }

/** A button for each of the demo desk's people, which signs in as them. */
export function DemoLogins({ logins }: { logins: readonly DemoLogin[] }) {
  const { t } = useTranslation(['account', 'common'])
  return (
    <section className="mt-6 grid gap-3 border-t border-line pt-5">
      <div>
        <h2 className="text-md font-bold">{t('demo.title')}</h2>
        <p className="text-xs text-muted">{t('demo.lead')}</p>
      </div>
      <ul className="grid gap-2 sm:grid-cols-2">
        {logins.map(({ email, name, role, password }) => (
          <li key={email}>
            <Form method="post">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <button type="submit" className={buttonStyle({ wide: true })}>
                <span className="grid w-full py-0.5 text-left text-sm">
                  <span className="flex flex-wrap items-baseline gap-x-1.5">
                    {name}
                    <span className="text-xs font-normal text-muted">{t(`common:roles.${role}`)}</span>
                  </span>
                  <span className="text-xs font-normal text-muted">{email}</span>
                </span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
