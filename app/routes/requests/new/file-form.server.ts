import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { z } from 'zod'
import { type Filed, file } from '~/corrections/file.server'
import { filingSchema } from '~/corrections/forms'
import type { Translator } from '~/i18n/translator.server'
import { shopChoices } from '~/shops/list.server'
import type { Desk } from '~/staff/desk.server'
import { redirectWithToast } from '~/ui/toast.server'
import { notFound } from '../../session.server'
import { type FormErrors, issueErrors, problemErrors } from './errors'
import type { Posted } from './fields'
import { lookUpRows, previewRows } from './open-form.server'

/** The form as it comes back: its values, and what is wrong with them. */
export async function formAgain(
  desk: Desk,
  { text, ...values }: Pick<Posted, 'requests' | 'shop' | 'text'>,
  errors: FormErrors = {},
) {
  const again = { requests: values.requests, shop: values.shop, idempotencyKey: randomUUID() }
  const [orders, previews] = await Promise.all([lookUpRows(desk, values), previewRows(desk, values)])
  return { values: again, errors, orders, previews, text }
}

/** Files the form, or answers with it and its errors. */
export async function fileForm(desk: Desk, posted: Posted, t: Translator) {
  const shopId = desk.actor.shopId ?? (await chosenShop(desk, posted.shop))
  const parsed = filingSchema.safeParse({ requests: posted.requests })
  const errors = parsed.success ? {} : issueErrors(parsed.error)
  if (!shopId) errors.shop = { type: 'required', message: 'error.shop_required' }
  if (!parsed.success || !shopId) return data(await formAgain(desk, posted, errors), 422)
  const key = z.uuid().safeParse(posted.idempotencyKey)
  const idempotencyKey = key.success ? key.data : randomUUID()
  const filed = await file(desk, { shopId, rows: parsed.data.requests, idempotencyKey })
  if (filed.ok) return thanks(filed, t)
  if (filed.refusal === 'not_found') throw notFound()
  return data(await formAgain(desk, posted, problemErrors(filed.problems)), 422)
}

async function chosenShop(desk: Desk, code: string): Promise<string | undefined> {
  const shops = await shopChoices(desk)
  return shops.find((shop) => shop.code === code)?.id
}

function thanks({ references }: Filed, t: Translator): Promise<Response> {
  const [only = '', ...others] = references
  const to = others.length === 0 ? `/requests/${only}` : '/requests'
  const words = { count: references.length, reference: only, last: others.at(-1) ?? only }
  const message = others.length === 0 ? t('requests:filed.one', words) : t('requests:filed.many', words)
  return redirectWithToast(to, { message })
}
