import { useSubmit } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { Resolver } from 'react-hook-form'
import { useRemixForm } from 'remix-hook-form'
import { v4 as uuidv4 } from 'uuid'
import { type FormErrors, listErrors } from './errors'
import type { FormValues } from './fields'

const resolver: Resolver<FormValues> = async (...asked) => (await import('./check')).resolve(...asked)

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
