import type { RequestDetail } from '~/corrections/detail.server'
import { useTranslation } from '~/i18n/use-translation'
import { Time } from '~/ui/time'
import { type BoxTone, VerdictBox } from '~/ui/verdict-box'
import { Words } from '~/ui/words'
import { FindingTitle } from '../verdict/finding-words'

/** Where the request stands, as the loudest thing on the page: how it ended, or what the rules say of it now. */
export function VerdictCard({ detail }: { detail: RequestDetail }) {
  return detail.request.decidedAt ? <Ended detail={detail} /> : <Verdict detail={detail} />
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
  const decision = decisions.findLast(({ result }) => result === request.state)
  return (
    <VerdictBox tone={tone} title={t(`verdict.${word}`)}>
      <p>
        {request.decidedBy?.name} {request.decidedAt && <Time at={request.decidedAt} />}
      </p>
      {(decision?.note || decision?.noteErased) && (
        <p className="break-words whitespace-pre-wrap">
          <Words words={decision.note} />
        </p>
      )}
    </VerdictBox>
  )
}

/** The verdict, what weighs most, and who else is needed. */
function Verdict({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation(['common', 'desk'])
  const { request, assessment } = detail
  const { verdict } = assessment
  const heaviest = assessment.findings.filter(({ severity }) => severity !== 'info').slice(0, 2)
  return (
    <VerdictBox tone={verdict} title={t(`verdicts.${verdict}`)}>
      {heaviest.map((finding) => (
        <p key={finding.id}>
          <FindingTitle finding={finding} />
        </p>
      ))}
      {heaviest.length === 0 && <p>{t('desk:verdict.nothing')}</p>}
      <SecondPerson detail={detail} />
      {request.state === 'needs_info' && <p>{t('desk:verdict.waitingForShop')}</p>}
      {request.state === 'awaiting_second' && <FirstApproval detail={detail} />}
    </VerdictBox>
  )
}

function SecondPerson({ detail: { assessment, evidence } }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  if (!assessment.secondPerson) return null
  const reasons = [
    ...assessment.secondPersonReasons,
    ...(evidence?.kind === 'screenshot' ? (['screenshot'] as const) : []),
  ]
  return (
    <p>
      <b>{t('verdict.readyTwo')}</b> {reasons.map((why) => t(`second.${why}`)).join(' ')}
    </p>
  )
}

function FirstApproval({ detail: { request, decisions } }: { detail: RequestDetail }) {
  const { t } = useTranslation(['desk', 'erasure'])
  const first = decisions.findLast(({ result }) => result === 'awaiting_second')
  return (
    <>
      <p>
        {t('desk:verdict.waitingForSecond')}{' '}
        {request.firstApprover && t('desk:verdict.first', { name: request.firstApprover.name })}
      </p>
      {first?.override && (
        <p className="break-words">
          {t('desk:verdict.overridden', { note: first.note ?? t('erasure:erased') })}
        </p>
      )}
    </>
  )
}
