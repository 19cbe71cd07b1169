import { useLanguage } from '~/i18n/use-format'
import { useLateTranslation } from '~/i18n/use-translation'
import type { Finding } from '~/verdicts/findings'
import { type FindingWords, findingWords } from '~/verdicts/words'

/** Findings in the page's words. */
export function useFindingWords(): (finding: Pick<Finding, 'id' | 'params'>) => FindingWords {
  const { t } = useLateTranslation(['verdicts', 'orders'])
  const language = useLanguage()
  return (finding) => findingWords(t, finding, language)
}

/** What was found, as one sentence. */
export function FindingTitle({ finding }: { finding: Finding }) {
  return useFindingWords()(finding).sentence
}
