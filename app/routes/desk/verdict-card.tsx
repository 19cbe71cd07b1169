import { useTranslation } from 'react-i18next'
import type { RequestDetail } from '~/corrections/detail.server'
import { useFormat } from '~/i18n/use-format'
import { Time } from '~/ui/time'
import { type BoxTone, VerdictBox } from '~/ui/verdict-box'

/** Where the request stands, as the loudest thing on the page: what hinders it, who is waited for, how it ended. */
export function VerdictCard({ detail }: { detail: RequestDetail }) {
  const { request } = detail
  if (request.decidedAt) return <Ended detail={detail} />
  if (detail.obstacles.length > 0) return <Obstacles detail={detail} />
  if (request.state === 'needs_info') return <WaitingForShop />
  return <Ready detail={detail} />
}

function Ended({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  const { request, decisions } = detail
  const ends: Partial<Record<typeof request.state, [BoxTone, 'applied' | 'rejected' | 'withdrawn']>> = {
    applied: ['go', 'applied'],
    rejected: ['no', 'rejected'],
    withdrawn: ['info', 'withdrawn'],
  }
  const [tone, word] = ends[request.state] ?? ['info', 'withdrawn']
  const note = decisions.findLast(({ result }) => result === request.state)?.note
  return (
    <VerdictBox tone={tone} title={t(`verdict.${word}`)}>
      <p>
        {request.decidedBy?.name} {request.decidedAt && <Time at={request.decidedAt} />}
      </p>
      {note && <p className="break-words whitespace-pre-wrap">{note}</p>}
    </VerdictBox>
  )
}

function Obstacles({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  return (
    <VerdictBox tone="no" title={t('verdict.cannot')}>
      {detail.obstacles.map((obstacle) => (
        <p key={obstacle}>{t(`verdict.${obstacle}`)}</p>
      ))}
    </VerdictBox>
  )
}

function WaitingForShop() {
  const { t } = useTranslation('desk')
  return <VerdictBox tone="info" title={t('verdict.waitingForShop')} />
}

function Ready({ detail }: { detail: RequestDetail }) {
  const { request, second } = detail
  const { t } = useTranslation('desk')
  const { money } = useFormat()
  const waiting = request.state === 'awaiting_second'
  return (
    <VerdictBox tone="look" title={t(waiting ? 'verdict.waitingForSecond' : 'verdict.ready')}>
      <p>{t('verdict.readyWhy')}</p>
      {request.firstApprover && <p>{t('verdict.first', { name: request.firstApprover.name })}</p>}
      {second.length > 0 && (
        <p>
          <b>{t('verdict.readyTwo')}</b>{' '}
          {second.map((why) => t(`second.${why}`, { limit: money(detail.limit) })).join(' ')}
        </p>
      )}
    </VerdictBox>
  )
}
