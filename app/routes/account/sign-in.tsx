import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { demoPassword, demoUsers } from '~/cli/demo/people'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { systemClock } from '~/platform/clock'
import { signIn } from '~/staff/sign-in.server'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/text-field'
import { pageTitle } from '~/ui/title'
import { VerdictBox } from '~/ui/verdict-box'
import { safeNext } from '../next'
import { callerOf, hasDraft, settingCookies } from '../session.server'
import { DemoLogins } from './demo-logins'
import { limitedMessage, readForm } from './form.server'

const credentials = z.object({ email: z.string().trim().min(1), password: z.string().min(1) })
const missing = { email: 'account:signIn.emailMissing', password: 'account:signIn.passwordMissing' } as const

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  if (context.desk) throw redirect(nextOf(request))
  const isDemo = context.config.database === null
  return {
    title: translator(request)('account:signIn.title'),
    draft: await hasDraft(args),
    demo: isDemo
      ? demoUsers.map(({ email, name, role }) => ({ email, name, role, password: demoPassword }))
      : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const t = translator(request)
  const form = await request.formData()
  const email = String(form.get('email') ?? '')
  const read = readForm(credentials, form)
  if (!read.ok) {
    return data({ email, errors: read.wrong.map((field) => ({ field, message: t(missing[field]) })) }, 400)
  }
  const result = await signIn({ ...callerOf(args), db: context.db, clock: systemClock }, read.fields)
  if (result.ok) {
    const next = nextOf(request)
    const to = result.needsCode ? `/sign-in/code?next=${encodeURIComponent(next)}` : next
    return redirect(to, { headers: settingCookies(result.cookies) })
  }
  if (result.refusal === 'limited') {
    return data({ email, errors: [{ field: 'email', message: limitedMessage(request, result) }] }, 429)
  }
  return data({ email, errors: [{ field: 'password', message: t('account:signIn.wrong') }] }, 401)
}

export default function SignIn() {
  const { t } = useTranslation('account')
  const { draft, demo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = answer?.errors ?? []
  const password = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (answer && password.current) password.current.value = ''
  }, [answer])
  const errorAt = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <>
      <Form method="post" noValidate className="grid gap-4">
        <h1 className="text-lg font-bold">{t('signIn.title')}</h1>
        {draft && (
          <VerdictBox tone="info" small title={t('signIn.draft')}>
            {t('signIn.draftNext')}
          </VerdictBox>
        )}
        <ErrorSummary title={t('signIn.failed')} errors={errors} />
        <TextField
          label={t('signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={answer?.email}
          error={errorAt('email')}
        />
        <TextField
          label={t('signIn.password')}
          name="password"
          ref={password}
          type="password"
          autoComplete="current-password"
          required
          error={errorAt('password')}
        />
        <SubmitButton wide>{t('signIn.submit')}</SubmitButton>
        <p className="text-xs text-muted">{t('signIn.forgotten')}</p>
      </Form>
      {demo.length > 0 && <DemoLogins logins={demo} />}
    </>
  )
}

function nextOf(request: Request): string {
  return safeNext(new URL(request.url).searchParams.get('next'))
}
