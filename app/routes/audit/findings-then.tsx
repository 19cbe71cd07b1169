import type { FindingThen } from '~/corrections/findings-then.server'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { findingIds } from '~/verdicts/rules'
import { findingWords, ruleWords } from '~/verdicts/words'

const looks = {
  no: 'text-red',
  ord: 'text-red',
  look: 'text-amber',
  info: 'text-sky',
} as const

/** Findings as they stood, each with its weight and its rule's sentence. */
export function FindingsThen({ findings }: { findings: readonly FindingThen[] }) {
  const { t } = useTranslation('verdicts')
  const sentence = useSentence()
  return (
    <ul className="grid gap-0.5">
      {findings.map((finding) => (
        <li key={finding.id}>
          {finding.severity && (
            <span className={`mr-1.5 font-semibold print:text-ink ${looks[finding.severity]}`}>
              {t(`severities.${finding.severity}`)}
            </span>
          )}
          {sentence(finding)}
        </li>
      ))}
    </ul>
  )
}

/** With the facts of that time where they were kept, else what the rule says of any order. */
function useSentence(): (finding: FindingThen) => string {
  const { t } = useTranslation(['verdicts', 'orders'])
  const { t: own } = useTranslation('history')
  const language = useLanguage()
  return ({ id: told, params }) => {
    const id = findingIds.find((known) => known === told)
    if (!id) return own('event.unknownRule', { id: told })
    return params ? findingWords(t, { id, params }, language).sentence : ruleWords(t, id).sentence
  }
}
