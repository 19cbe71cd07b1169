import { forwardRef, type InputHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { controlStyle, Field, type FieldProps, fieldWiring } from './field'

type Own = keyof FieldProps | 'className'

export type TextFieldProps = FieldProps & {
  /** For numbers and codes that are compared by eye. */
  figures?: boolean
} & Omit<InputHTMLAttributes<HTMLInputElement>, Own>

/** One line of text. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(props, ref) {
  const { label, name, id, hint, error, required, below, figures, ...input } = props
  const field = { label, name, id, hint, error, required, below }
  return (
    <Field {...field}>
      <input
        type="text"
        {...input}
        {...fieldWiring(field)}
        ref={ref}
        className={`${controlStyle} ${figures ? 'figures' : ''}`}
      />
    </Field>
  )
})

export type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>

/** Several lines of text. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const { label, name, id, hint, error, required, below, rows = 4, ...area } = props
  const field = { label, name, id, hint, error, required, below }
  return (
    <Field {...field}>
      <textarea
        {...area}
        {...fieldWiring(field)}
        rows={rows}
        ref={ref}
        className={`${controlStyle} resize-y`}
      />
    </Field>
  )
})
