import { formatMinute } from '~/i18n/format'
import { useTranslation } from '~/i18n/use-translation'
import { VerdictBox } from '~/ui/verdict-box'
import type { ShopActRefused } from './act.server'

/** Why nothing was done, and that what was written is still here. */
export function Refused({ refused }: { refused: ShopActRefused }) {
  const { t } = useTranslation(['requests', 'desk', 'common'])
  // What the form lacks is said at its field.
  if (refused.refusal === 'invalid') return null
  return (
    <div role="alert">
      <VerdictBox tone="look" title={t(`desk:refusal.${refused.refusal}`)}>
        {refused.refusal === 'conflict' && <Conflict refused={refused} />}
        {refused.body && <p>{t('answer.kept')}</p>}
      </VerdictBox>
    </div>
  )
}

function Conflict({ refused: { state, by } }: { refused: Extract<ShopActRefused, { refusal: 'conflict' }> }) {
  const { t } = useTranslation(['common', 'desk'])
  const now = t(`states.${state}`)
  if (!by?.name) return <p>{t('desk:conflict.byNobody', { state: now })}</p>
  return <p>{t('desk:conflict.by', { name: by.name, at: formatMinute(new Date(by.at)), state: now })}</p>
}
