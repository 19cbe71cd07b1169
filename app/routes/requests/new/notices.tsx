import { useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { VerdictBox } from '~/ui/verdict-box'

/** Where the form's contents come from, when not from this visit. */
export function Notices({
  lapsed,
  moved,
  restored,
  onDiscard,
}: {
  lapsed: boolean
  /** From the paste tab, just now. */
  moved: boolean
  restored: boolean
  onDiscard: () => void
}) {
  const { t } = useTranslation('requests')
  return (
    <>
      {lapsed && <VerdictBox small tone="look" title={t('new.lapsed')} />}
      {moved && <VerdictBox small tone="info" title={<span role="status">{t('paste.moved')}</span>} />}
      {restored && (
        <VerdictBox
          small
          tone="info"
          title={<span role="status">{t('new.restored')}</span>}
          end={
            <Button size="sm" onClick={onDiscard}>
              {t('new.discard')}
            </Button>
          }
        />
      )}
    </>
  )
}
