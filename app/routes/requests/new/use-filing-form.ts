import { zodResolver } from '@hookform/resolvers/zod'
import { useSubmit } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useRemixForm } from 'remix-hook-form'
import { v4 as uuidv4 } from 'uuid'
import { z } from 'zod'
import { filingSchema } from '~/corrections/forms'
import { type FormErrors, listErrors } from './errors'
import type { FormValues } from './fields'

// react-hook-form has one type for its fields; until they are right, this form's are text.
const schema = filingSchema.extend({
  shop: z.string().min(1, 'error.shop_required'),
}) as unknown as z.ZodType<FormValues, FormValues>

const resolver = zodResolver(schema, undefined, { raw: true })

/** The form in the browser: the schema first, then the server, with the same fields that a plain post sends. */
export function useFilingForm(values: FormValues, answered: FormErrors | undefined) {
  const element = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  const [summary, setSummary] = useState(() => listErrors(answered ?? {}))
  useEffect(() => {
    if (answered) setSummary(listErrors(answered))
  }, [answered])

  const form = useRemixForm<FormValues>({
    resolver,
    defaultValues: values,
    shouldFocusError: false,
    submitHandlers: {
      onValid() {
        if (!element.current) return
        setSummary([])
        const body = new FormData(element.current)
        body.set('intent', 'file')
        submit(body, { method: 'post', action: '/requests/new' })
      },
      onInvalid: (errors) => setSummary(listErrors(errors)),
    },
  })
  useRenewedKey(form)

  function put(next: FormValues) {
    form.reset(next)
    setSummary([])
  }
  return { form, element, summary, put }
}

/** The key names the content: the same press twice files once, and an edit makes it another filing. */
function useRenewedKey({ watch, setValue }: Pick<FilingForm, 'watch' | 'setValue'>): void {
  useEffect(() => {
    const { unsubscribe } = watch((_, { name }) => {
      if (name && name !== 'idempotencyKey') setValue('idempotencyKey', uuidv4())
    })
    return unsubscribe
  }, [watch, setValue])
}

export type FilingForm = ReturnType<typeof useRemixForm<FormValues>>
