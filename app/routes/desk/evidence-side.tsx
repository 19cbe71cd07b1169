import type { RequestDetail } from '~/corrections/detail.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { unknownReasons } from '~/kuroneko/inquiry'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { unknownWords } from '~/kuroneko/unknown-words'
import { LinkButton } from '~/ui/button'
import { Pill } from '~/ui/pill'
import { Time, useNow } from '~/ui/time'
import { answerOf, evidenceIsOld } from '~/verdicts/answers'
import { useDeskAddress } from './queue-list'

type Evidence = NonNullable<RequestDetail['evidence']>

/** What Kuroneko answered, or that it did not. */
export function EvidenceSide({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  const { evidence, request } = detail
  const now = useNow()
  if (!evidence) return <p className="text-muted">{t('evidence.never')}</p>
  const asksAgain = evidence.kind === 'inquiry' && !request.decidedAt && detail.mayAsk
  const old = asksAgain && evidenceIsOld(evidence.askedAt, now)
  return (
    <div className="grid gap-1">
      {evidence.outcome === 'answered' && <Answered evidence={evidence} detail={detail} />}
      {evidence.outcome === 'not_found' && <p className="text-base font-bold">{t('evidence.not_found')}</p>}
      {evidence.outcome === 'unknown' && <Unknown evidence={evidence} detail={detail} />}
      {old && <p className="text-xs text-amber">{t('evidence.old')}</p>}
      {evidence.kind === 'screenshot' && <Picture evidence={evidence} reference={request.reference} />}
    </div>
  )
}

function Answered({ evidence, detail }: { evidence: Evidence; detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  const { language } = useFormat()
  const { statusInfo } = evidence
  const agrees = answerOf(evidence) === detail.request.claim
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-base font-bold">
        {statusInfo !== null && statusInfoLabel(statusInfo)[language]}
        <span className="figures text-xs font-normal text-muted">{statusInfo}</span>
        <Pill tone={agrees ? 'green' : 'red'}>{t(agrees ? 'evidence.match' : 'evidence.differs')}</Pill>
      </p>
      <p className="flex flex-wrap gap-x-3 text-xs text-muted">
        <Amount evidence={evidence} order={detail.request.order} />
        {evidence.cancelledAt && (
          <span>
            {t('evidence.cancelled')} <Time at={evidence.cancelledAt} />
          </span>
        )}
        {evidence.settledAt && !evidence.cancelledAt && (
          <span>
            {t('evidence.settled')} <Time at={evidence.settledAt} />
          </span>
        )}
      </p>
    </>
  )
}

function Amount({ evidence, order }: { evidence: Evidence; order: RequestDetail['request']['order'] }) {
  const { t } = useTranslation('desk')
  const { money } = useFormat()
  if (evidence.amount === null || !order) return null
  const same = evidence.amount === order.amount
  return (
    <span className={same ? '' : 'font-semibold text-red'}>
      {t('evidence.amount', { amount: money(evidence.amount) })}
      {same ? t('evidence.amountSame') : t('evidence.amountDiffers', { amount: money(order.amount) })}
    </span>
  )
}

/** Why there is no answer, and what to do without one. */
function Unknown({ evidence, detail }: { evidence: Evidence; detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  const { language } = useFormat()
  const address = useDeskAddress()
  const reason = unknownReasons.find((known) => known === evidence.reason)
  const may = detail.actions.includes('approve') || detail.actions.includes('approve_second')
  return (
    <>
      <p className="text-base font-bold">{t('evidence.unknown')}</p>
      <p className="text-sm text-muted">
        {reason && unknownWords[reason][language]}{' '}
        {evidence.errorCode && <span className="figures">{evidence.errorCode}</span>}
      </p>
      {may && (
        <p>
          <LinkButton to={address(detail.request.reference, { do: 'attach' })} size="sm" preventScrollReset>
            {t('evidence.attach')}
          </LinkButton>
        </p>
      )}
    </>
  )
}

function Picture({ evidence, reference }: { evidence: Evidence; reference: string }) {
  const { t } = useTranslation('desk')
  return (
    <p className="flex flex-wrap items-center gap-2 text-xs">
      <Pill tone="amber">{t('evidence.picture')}</Pill>
      <a className="text-primary underline" href={`/desk/${reference}/evidence/${evidence.id}`}>
        {t('evidence.open')}
      </a>
    </p>
  )
}
