import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { type Filed, file } from '~/corrections/file.server'
import { filingSchema } from '~/corrections/forms'
import type { Translator } from '~/i18n/translator.server'
import type { Desk } from '~/staff/desk.server'
import { redirectWithToast } from '~/ui/toast.server'
import { notFound } from '../../session.server'
import { type FormErrors, issueErrors, problemErrors } from './errors'
import type { FormValues, Posted } from './fields'
import { isUuid, lookUpRows } from './open-form.server'

/** The form as it comes back: its values, and what is wrong with them. */
export async function formAgain(
  desk: Desk,
  values: Pick<FormValues, 'requests' | 'shop'>,
  errors: FormErrors = {},
) {
  const again = { requests: values.requests, shop: values.shop, idempotencyKey: randomUUID() }
  return { values: again, errors, orders: await lookUpRows(desk, values) }
}

/** Files the form, or answers with it and its errors. */
export async function fileForm(desk: Desk, posted: Posted, t: Translator) {
  const shopId = desk.actor.shopId ?? posted.shop
  const parsed = filingSchema.safeParse({ requests: posted.requests })
  const errors = parsed.success ? {} : issueErrors(parsed.error)
  if (!isUuid(shopId)) errors.shop = { type: 'required', message: 'error.shop_required' }
  if (!parsed.success || errors.shop) return data(await formAgain(desk, posted, errors), 422)
  const idempotencyKey = isUuid(posted.idempotencyKey) ? posted.idempotencyKey : randomUUID()
  const filed = await file(desk, { shopId, rows: parsed.data.requests, idempotencyKey })
  if (filed.ok) return thanks(filed, t)
  if (filed.refusal === 'not_found') throw notFound()
  return data(await formAgain(desk, posted, problemErrors(filed.problems)), 422)
}

function thanks({ references }: Filed, t: Translator): Promise<Response> {
  const [only = '', ...others] = references
  const to = others.length === 0 ? `/requests/${only}` : '/requests'
  const words = { count: references.length, reference: only, last: others.at(-1) ?? only }
  const message = others.length === 0 ? t('requests:filed.one', words) : t('requests:filed.many', words)
  return redirectWithToast(to, { message })
}
