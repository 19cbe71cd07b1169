import { Trans } from 'react-i18next'
import type { Told } from '~/audit/history-event'
import { sentenceKey } from '~/audit/sentences'
import type ja from '~/i18n/ja/audit'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { anatomyOf } from '~/kuroneko/error-code'
import { explainRefusal } from '~/kuroneko/explain'
import { unknownReasons } from '~/kuroneko/inquiry'
import { unknownWords } from '~/kuroneko/unknown-words'
import { operationRefusals } from '~/orders/operations/allowed'

/** Who did what, in a sentence. Whose name was erased is called by their role. */
export function Sentence({ told }: { told: Told }) {
  const { t } = useTranslation(['audit', 'common'])
  return (
    <Trans
      t={t}
      i18nKey={sentenceKey(told)}
      values={{ actor: useActorName(told) }}
      components={{ b: <strong className="font-bold" /> }}
      shouldUnescape
      tOptions={{ interpolation: { escapeValue: true } }}
    />
  )
}

/** Why an act was refused, or nothing where it was not. */
export function Refusal({ told: { refusal } }: { told: Told }) {
  const words = useRefusalWords()
  return refusal === null ? null : <span className="ml-2 text-muted">{words(refusal)}</span>
}

/** A refusal's words: the log's own, an operation's, Kuroneko's. */
function useRefusalWords(): (refusal: string) => string {
  const { t } = useTranslation(['audit', 'operations'])
  const language = useLanguage()
  return (refusal) => {
    const unanswered = unknownReasons.find((reason) => reason === refusal)
    if (unanswered) return unknownWords[unanswered][language]
    if (isKnown(refusal)) return t(`refusals.${refusal}`)
    const operation = operationRefusals.find((one) => one === refusal)
    if (operation) return t(`operations:refusal.${operation}`)
    if (refusal === 'not_carried_out' || refusal === 'unclear') return t(`operations:failure.${refusal}`)
    if (anatomyOf(refusal)) return explainRefusal({ errorCode: refusal }, language).meaning
    return t('refusals.other', { code: refusal })
  }
}

type Known = Exclude<keyof (typeof ja)['refusals'], 'other'>
const known: readonly string[] = [
  'not_found',
  'invalid',
  'conflict',
  'stale',
  'needs_lead',
  'same_person',
  'under_way',
  'blocked',
  'already_captured',
  'slip_number_required',
  'client_gone',
  'stopping',
  'server_failed',
  'unprovable',
] satisfies Known[]

function isKnown(refusal: string): refusal is Known {
  return known.includes(refusal)
}

function useActorName({ actor }: Told): string {
  const { t } = useTranslation(['audit', 'common'])
  if (!actor) return t('audit:system')
  const roles: Record<string, string> = t('common:roles', { returnObjects: true })
  return actor.name ?? roles[actor.role] ?? actor.role
}
