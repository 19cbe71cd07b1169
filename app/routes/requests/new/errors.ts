import type { FieldError, FieldErrors } from 'react-hook-form'
import type { z } from 'zod'
import type { RowProblem } from '~/corrections/file.server'
import type requests from '~/i18n/ja/requests'
import { type FormValues, rowFields } from './fields'

/** The form's errors as react-hook-form keeps them; `message` is a key of the `requests` texts. */
export type FormErrors = FieldErrors<FormValues>

export type ErrorKey = `error.${keyof (typeof requests)['error']}`

/** A field's error with what its sentence names. */
export type FieldProblem = Pick<FieldError, 'type' | 'message' | 'types'>

/** Where a schema says what is wrong. */
export function issueErrors(error: z.ZodError): FormErrors {
  const errors: FormErrors = {}
  for (const { path, message, code } of error.issues) place(errors, path, { type: code, message })
  return errors
}

/** Where the desk says what stands in the way. */
export function problemErrors(problems: readonly RowProblem[]): FormErrors {
  const errors: FormErrors = {}
  for (const { row, field, code, reference } of problems) {
    place(errors, ['requests', row, field], {
      type: code,
      message: `error.${code}` satisfies ErrorKey,
      ...(reference && { types: { reference } }),
    })
  }
  return errors
}

function place(errors: FormErrors, path: readonly PropertyKey[], problem: FieldProblem): void {
  const [list, row, field] = path
  if (list !== 'requests') return
  if (typeof row !== 'number' || typeof field !== 'string') {
    errors.root ??= { form: problem }
    return
  }
  errors.requests ??= []
  const rows = errors.requests as Record<string, FieldProblem>[]
  rows[row] = { [field]: problem, ...rows[row] }
}

export type ListedError = { field: string; row: number | null; problem: FieldProblem }

/** Every error with the id of its field, in the order of the page. */
export function listErrors({ shop, root, requests }: FormErrors): ListedError[] {
  const rows = (Array.isArray(requests) ? requests : []) as (Record<string, FieldProblem> | undefined)[]
  const inRows = [...rows].flatMap((problems, row) =>
    rowFields.flatMap((name) => {
      const problem = problems?.[name]
      return problem ? [{ field: `requests.${row}.${name}`, row, problem }] : []
    }),
  )
  const whole = (root?.form ?? (Array.isArray(requests) ? undefined : requests)) as FieldProblem | undefined
  return [
    ...(shop ? [{ field: 'shop', row: null, problem: shop }] : []),
    ...(whole?.message ? [{ field: 'requests.0.orderNumber', row: null, problem: whole }] : []),
    ...inRows,
  ]
}
