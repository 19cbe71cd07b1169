import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { passwordLength } from '~/staff/auth.server'
import { readProfile } from '~/staff/profile.server'
import { listSessions } from '~/staff/sessions.server'
import { Card } from '~/ui/card'
import { KeyValue } from '~/ui/key-value'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { callerOf, notFound, requireDesk } from '../session.server'
import { forStaff, handlers, intents } from './account-action.server'
import { PasswordCard } from './password-card'
import { SessionsCard } from './sessions-card'
import { TwoFactorCard } from './two-factor-card'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const [profile, sessions] = await Promise.all([readProfile(desk), listSessions(callerOf(args))])
  const { name, email, role } = desk.actor
  const title = translator(args.request)('account:account.title')
  return { title, name, email, role, ...profile, sessions, passwordLength }
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = requireDesk(args)
  const form = await args.request.formData()
  const intent = intents.find((name) => name === form.get('intent'))
  if (!intent || (actor.role === 'merchant' && forStaff.has(intent))) throw notFound()
  return handlers[intent](args, form, actor)
}

export default function Account() {
  const { t } = useTranslation(['account', 'common'])
  const { name, email, role, shop, twoFactor, sessions, passwordLength } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const entries = [
    { key: t('account.name'), value: name },
    { key: t('account.email'), value: email },
    { key: t('account.role'), value: t(`common:roles.${role}`) },
    ...(shop ? [{ key: t('account.shop'), value: `${shop.name}（${shop.code}）` }] : []),
  ]
  return (
    <Page narrow title={t('account.title')}>
      <Card title={t('account.profile')}>
        <KeyValue entries={entries} />
        <p className="mt-3 text-xs text-muted">{t('account.profileChange')}</p>
      </Card>
      <PasswordCard answer={answer} length={passwordLength} email={email} />
      {(role !== 'merchant' || twoFactor) && <TwoFactorCard answer={answer} on={twoFactor} />}
      <SessionsCard sessions={sessions} />
    </Page>
  )
}
