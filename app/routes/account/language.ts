import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { isLanguage } from '~/i18n/languages'
import { rememberLanguage } from '~/i18n/translator.server'
import { sitePath } from '../next'

/** Remembers the language and goes back to where one was. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const language = form.get('language')
  const next = form.get('next')
  const headers = new Headers()
  if (isLanguage(language)) headers.append('Set-Cookie', rememberLanguage(language))
  return redirect(sitePath(typeof next === 'string' ? next : null), { headers })
}

export function loader() {
  return redirect('/')
}
