import { type ActionFunctionArgs, data } from '@remix-run/node'
import { z } from 'zod'
import { translator } from '~/i18n/translator.server'
import { passwordLength } from '~/staff/auth.server'
import { changePassword } from '~/staff/change-password.server'
import type { Actor } from '~/staff/desk.server'
import { endOtherSessions } from '~/staff/sessions.server'
import {
  confirmTwoFactor,
  drawEnrolment,
  type Enrolment,
  renewBackupCodes,
  startTwoFactor,
  stopTwoFactor,
} from '~/staff/two-factor.server'
import type { FieldError } from '~/ui/error-summary'
import { redirectWithToast } from '~/ui/toast.server'
import { callerOf, settingCookies } from '../session.server'
import { limitedMessage, readForm } from './form.server'

/** The forms of the account page, by the `intent` of their button. */
export const intents = ['password', 'start', 'confirm', 'renew', 'stop', 'sessions'] as const
export type Intent = (typeof intents)[number]

/** Setting the second step up is offered to staff; switching it off, to whoever has it. */
export const forStaff: ReadonlySet<Intent> = new Set(['start', 'confirm'])

/** What the page shows after a form: at most one of these concerns a given form. */
export type AccountAnswer = {
  intent: Intent
  errors: FieldError[]
  enrolment?: Enrolment | null
  /** Told this once. */
  backupCodes?: string[]
}

type Handler = (
  args: ActionFunctionArgs,
  form: FormData,
  actor: Actor,
) => Promise<Response | ReturnType<typeof answer>>

/** One handler for each form. */
export const handlers: Record<Intent, Handler> = {
  async password(args, form) {
    const t = translator(args.request)
    const read = readForm(newPassword, form)
    if (!read.ok) {
      const errors = read.wrong.map((field) => ({
        field,
        message: t(passwordProblem[field], passwordLength),
      }))
      return answer({ intent: 'password', errors }, 400)
    }
    const { current, next } = read.fields
    const result = await changePassword(callerOf(args), { current, next })
    if (!result.ok) return refused(args, 'password', 'current', result, t('account:password.currentWrong'))
    const message = t('account:password.changed')
    return redirectWithToast('/account', { message }, settingCookies(result.cookies))
  },

  async start(args, form) {
    const result = await startTwoFactor(callerOf(args), passwordOf(form))
    if (!result.ok) return refused(args, 'start', 'start-password', result)
    return answer({ intent: 'start', errors: [], enrolment: await drawEnrolment(result.uri) })
  },

  async confirm(args, form, actor) {
    const enrolment = await drawEnrolment(String(form.get('uri') ?? ''))
    const result = await confirmTwoFactor(callerOf(args), actor, String(form.get('code') ?? ''))
    if (!result.ok) {
      const wrong = translator(args.request)('account:twoFactor.codeWrong')
      return refused(args, 'confirm', 'code', result, wrong, enrolment)
    }
    const told: AccountAnswer = { intent: 'confirm', errors: [], backupCodes: result.backupCodes }
    return answer(told, 200, result.cookies)
  },

  async renew(args, form) {
    const result = await renewBackupCodes(callerOf(args), passwordOf(form))
    if (!result.ok) return refused(args, 'renew', 'manage-password', result)
    return answer({ intent: 'renew', errors: [], backupCodes: result.backupCodes })
  },

  async stop(args, form) {
    const result = await stopTwoFactor(callerOf(args), passwordOf(form))
    if (!result.ok) return refused(args, 'stop', 'manage-password', result)
    const message = translator(args.request)('account:twoFactor.stopped')
    return redirectWithToast('/account', { message }, settingCookies(result.cookies))
  },

  async sessions(args) {
    await endOtherSessions(callerOf(args))
    return redirectWithToast('/account', { message: translator(args.request)('account:sessions.ended') })
  },
}

const newPassword = z
  .object({
    current: z.string().min(1),
    next: z.string().min(passwordLength.min).max(passwordLength.max),
    again: z.string(),
  })
  .refine(({ next, again }) => next === again, { path: ['again'] })

const passwordProblem = {
  current: 'account:password.currentMissing',
  next: 'account:password.nextLength',
  again: 'account:password.againDiffers',
} as const

function passwordOf(form: FormData): string {
  return String(form.get('password') ?? '')
}

function answer(content: AccountAnswer, status = 200, cookies: string[] = []) {
  return data(content, { status, headers: settingCookies(cookies) })
}

type Refusal = { refusal: 'wrong' } | { refusal: 'limited'; retryAfter: number }

function refused(
  { request }: ActionFunctionArgs,
  intent: Intent,
  field: string,
  result: Refusal,
  wrong: string = translator(request)('account:password.wrong'),
  enrolment?: Enrolment | null,
) {
  const isLimited = result.refusal === 'limited'
  const message = isLimited ? limitedMessage(request, result) : wrong
  return answer({ intent, errors: [{ field, message }], enrolment }, isLimited ? 429 : 400)
}
