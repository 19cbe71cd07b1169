import { useTranslation } from '~/i18n/use-translation'
import { VerdictBox } from '~/ui/verdict-box'
import type { RefusedAct } from './act.server'

/** Why nothing was done, and that what was typed is still there. */
export function RefusedBox({ refused: { refusal, operation, errors } }: { refused: RefusedAct }) {
  const { t } = useTranslation('operations')
  // What a field lacks is said there; its box would say it twice.
  const atField = Object.keys(errors).length > 0
  const typed = operation === 'ship' || operation === 'modify' || operation === 'change_fee'
  return (
    <div role="alert">
      <VerdictBox tone="look" title={t(`refusal.${atField ? 'invalid' : refusal}`)}>
        <p>
          {typed && t('refused.kept')} {refusal !== 'invalid' && t('refused.refresh')}
        </p>
      </VerdictBox>
    </div>
  )
}

/** What was sent after the session had lapsed is here again, and was not done. */
export function LapsedBox() {
  const { t } = useTranslation('operations')
  return (
    <VerdictBox tone="look" title={t('refused.lapsed')}>
      <p>
        {t('refused.kept')} {t('refused.lapsedNext')}
      </p>
    </VerdictBox>
  )
}
