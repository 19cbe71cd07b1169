import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { signInByCode } from '~/staff/sign-in-code.server'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/text-field'
import { pageTitle } from '~/ui/title'
import { safeNext } from '../next'
import { callerOf, settingCookies } from '../session.server'
import { limitedMessage, readForm } from './form.server'

const schema = z.object({ code: z.string().trim().min(1).max(100) })

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export function loader({ context, request }: LoaderFunctionArgs) {
  if (context.desk) throw redirect(nextOf(request))
  return { title: translator(request)('account:code.title') }
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const t = translator(request)
  const read = readForm(schema, await request.formData())
  if (!read.ok) return data({ message: t('account:code.missing') }, 400)
  const result = await signInByCode(callerOf(args), read.fields.code)
  if (result.ok) return redirect(nextOf(request), { headers: settingCookies(result.cookies) })
  if (result.refusal === 'limited') return data({ message: limitedMessage(request, result) }, 429)
  return data({ message: t(`account:code.${result.refusal}`) }, 401)
}

export default function SignInCode() {
  const { t } = useTranslation('account')
  const message = useActionData<typeof action>()?.message
  const [search] = useSearchParams()
  return (
    <Form method="post" noValidate className="grid gap-4">
      <h1 className="text-lg font-bold">{t('code.title')}</h1>
      <p className="text-md text-muted">{t('code.lead')}</p>
      <ErrorSummary title={t('signIn.failed')} errors={message ? [{ field: 'code', message }] : []} />
      <TextField
        label={t('code.code')}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        figures
        required
        error={message}
      />
      <SubmitButton wide>{t('code.submit')}</SubmitButton>
      <Link
        to={{ pathname: '/sign-in', search: search.toString() }}
        className="text-md text-primary underline"
      >
        {t('code.back')}
      </Link>
    </Form>
  )
}

function nextOf(request: Request): string {
  return safeNext(new URL(request.url).searchParams.get('next'))
}
