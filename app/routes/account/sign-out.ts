import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { translator } from '~/i18n/translator.server'
import { signOut } from '~/staff/sign-in.server'
import { redirectWithToast } from '~/ui/toast.server'
import { callerOf, forgetDraft, settingCookies } from '../session.server'

/** Ends the session. What a lapsed form left behind is parted with too: the next person here may be another. */
export async function action(args: ActionFunctionArgs) {
  const cookies = await signOut(callerOf(args))
  const headers = settingCookies([...cookies, await forgetDraft(args)])
  return redirectWithToast(
    '/sign-in',
    { message: translator(args.request)('account:signIn.signedOut') },
    headers,
  )
}

export function loader() {
  return redirect('/')
}
