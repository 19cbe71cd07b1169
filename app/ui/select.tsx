import { ChevronDown } from 'lucide-react'
import { forwardRef, type SelectHTMLAttributes } from 'react'
import { controlStyle, Field, type FieldProps, fieldWiring } from './field'
import { Icon } from './icon'

export type Option = { value: string; label: string }

export type SelectProps = FieldProps & {
  options: readonly Option[]
  /** The first, empty choice: 選んでください. Without it the first option stands. */
  placeholder?: string
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | 'className'>

/** One of a few; the browser's own list, so that it works without JavaScript and on any phone. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(props, ref) {
  const { label, name, id, hint, error, required, below, options, placeholder, ...select } = props
  const field = { label, name, id, hint, error, required, below }
  return (
    <Field {...field}>
      <div className="relative">
        <select
          {...select}
          {...fieldWiring(field)}
          ref={ref}
          className={`${controlStyle} appearance-none pr-9`}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-muted">
          <Icon of={ChevronDown} />
        </span>
      </div>
    </Field>
  )
})
