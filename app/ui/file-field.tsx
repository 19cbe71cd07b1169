import { forwardRef, type InputHTMLAttributes } from 'react'
import { Field, type FieldProps, fieldWiring } from './field'

export type FileFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'className' | 'type'>

/** A file, chosen or dropped: browsers let one drop onto the control itself. */
export const FileField = forwardRef<HTMLInputElement, FileFieldProps>(function FileField(props, ref) {
  const { label, name, id, hint, error, required, below, ...input } = props
  const field = { label, name, id, hint, error, required, below }
  return (
    <Field {...field}>
      <input
        {...input}
        {...fieldWiring(field)}
        ref={ref}
        type="file"
        className="w-full cursor-pointer rounded-8 border border-dashed border-line-control bg-ground p-4 text-sm text-muted file:mr-3 file:min-h-[38px] file:cursor-pointer file:rounded-6 file:border file:border-solid file:border-line-strong file:bg-surface file:px-4 file:text-md file:font-semibold file:text-ink aria-invalid:border-red-mark"
      />
    </Field>
  )
})
