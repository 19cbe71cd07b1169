import type ja from '~/i18n/ja/operations'
import { useTranslation } from '~/i18n/use-translation'

type Texts = typeof ja
type ErrorKey = `error.${keyof Texts['error']}` | `refusal.${keyof Texts['refusal']}`

/** The sentence of a field's error, in the page's language. */
export function useErrorText(): (
  problem: { message?: string | undefined } | undefined,
) => string | undefined {
  const { t } = useTranslation('operations')
  // Schemas and verbs answer with keys of these texts only.
  return (problem) => problem?.message && t(problem.message as ErrorKey)
}
