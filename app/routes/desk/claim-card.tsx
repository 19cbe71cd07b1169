import { useTranslation } from 'react-i18next'
import type { RequestDetail } from '~/corrections/detail.server'
import { claimLabels } from '~/corrections/wishes'
import { useLanguage } from '~/i18n/use-format'
import { Card } from '~/ui/card'

/** What the shop says of Kuroneko's side, and why it asks. */
export function ClaimCard({ detail: { request } }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  return (
    <Card title={t('claim.title')} flush>
      <div className="grid divide-line max-md:divide-y md:grid-cols-2 md:divide-x">
        <div className="px-4 py-3.5">
          <h3 className="mb-1 text-xs font-semibold text-muted">{t('claim.claim')}</h3>
          <p className="text-base font-bold">{claimLabels[request.claim][language]}</p>
          {request.claimWords && <p className="text-sm break-words text-muted">「{request.claimWords}」</p>}
          <p className="mt-1 text-xs text-muted">{t('claim.check')}</p>
        </div>
        <div className="px-4 py-3.5">
          <h3 className="mb-1 text-xs font-semibold text-muted">{t('claim.reason')}</h3>
          <p className="break-words whitespace-pre-wrap">{request.reason}</p>
        </div>
      </div>
    </Card>
  )
}
