import { useTranslation } from 'react-i18next'
import type { ErrorKey, FieldProblem } from './errors'

/** The sentence of a field's error, in the page's language. */
export function useErrorText(): (problem: FieldProblem | undefined) => string | undefined {
  const { t } = useTranslation('requests')
  // Schemas and `file` answer with keys of these texts only.
  return (problem) => problem?.message && t(problem.message as ErrorKey, { reference: referenceIn(problem) })
}

function referenceIn({ types }: FieldProblem): string {
  return typeof types?.reference === 'string' ? types.reference : ''
}
