import { useCallback, useMemo } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { FieldError } from '~/ui/error-summary'
import type { ErrorKey, FieldProblem, ListedError } from './errors'

/** The sentence of a field's error, in the page's language. */
export function useErrorText(): (problem: FieldProblem | undefined) => string | undefined {
  const { t } = useTranslation('requests')
  return useCallback(
    // Schemas and `file` answer with keys of these texts only.
    (problem) => problem?.message && t(problem.message as ErrorKey, { reference: referenceIn(problem) }),
    [t],
  )
}

/** The errors for the summary on top, each with its row where there are several. */
export function useSummary(listed: readonly ListedError[], rows: number): FieldError[] {
  const { t } = useTranslation('requests')
  const errorText = useErrorText()
  const several = rows > 1
  return useMemo(
    () =>
      listed.map(({ field, row, problem }) => {
        const message = errorText(problem) ?? ''
        const named = several && row !== null
        return { field, message: named ? `${t('new.row', { count: row + 1 })}: ${message}` : message }
      }),
    [listed, several, errorText, t],
  )
}

function referenceIn({ types }: FieldProblem): string {
  return typeof types?.reference === 'string' ? types.reference : ''
}
