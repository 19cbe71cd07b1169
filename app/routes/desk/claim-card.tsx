import { Form } from '@remix-run/react'
import { RefreshCw } from 'lucide-react'
import type { RequestDetail } from '~/corrections/detail.server'
import { claimLabels } from '~/corrections/wishes'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { Time } from '~/ui/time'
import { Words } from '~/ui/words'
import { EvidenceSide } from './evidence-side'

/** What the shop says of Kuroneko's side, beside what Kuroneko itself answered, and why the shop asks. */
export function ClaimCard({ detail }: { detail: RequestDetail }) {
  const { request } = detail
  const { t } = useTranslation('desk')
  const language = useLanguage()
  return (
    <Card title={t('claim.title')} end={<Asking detail={detail} />} flush>
      <div className="grid divide-line max-md:divide-y md:grid-cols-2 md:divide-x">
        <div className="px-4 py-3.5">
          <h3 className="mb-1 text-xs font-semibold text-muted">{t('claim.claim')}</h3>
          <p className="text-base font-bold">{claimLabels[request.claim][language]}</p>
          {request.claimWords && <p className="text-sm break-words text-muted">「{request.claimWords}」</p>}
          <h3 className="mt-3 mb-1 text-xs font-semibold text-muted">{t('claim.reason')}</h3>
          <p className="break-words whitespace-pre-wrap">
            <Words words={request.reason} />
          </p>
        </div>
        <div className="px-4 py-3.5">
          <h3 className="mb-1 text-xs font-semibold text-muted">{t('evidence.title')}</h3>
          <EvidenceSide detail={detail} />
        </div>
      </div>
    </Card>
  )
}

/** How old the evidence is, and the button that asks again. */
function Asking({ detail: { request, evidence, mayAsk } }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  if (!request.order) return null
  return (
    <>
      {evidence && (
        <span>
          {t('evidence.asked')} <Time at={evidence.askedAt} show="ago" />
        </span>
      )}
      {mayAsk && !request.decidedAt && (
        <Form method="post" preventScrollReset>
          <SubmitButton intent="ask_kuroneko" tone="default" size="sm" icon={<Icon of={RefreshCw} />}>
            {t(evidence ? 'evidence.ask' : 'evidence.askFirst')}
          </SubmitButton>
        </Form>
      )}
    </>
  )
}
