import type { SerializeFrom } from '@remix-run/node'
import type { CheckRow, CheckView } from '~/audit/check/view.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Spinner } from '~/ui/spinner'
import { Time } from '~/ui/time'
import { VerdictBox } from '~/ui/verdict-box'
import { FaultList } from './fault-list'

type Props = SerializeFrom<Pick<CheckView, 'running' | 'last' | 'whole'>>

/** What is being verified now, and how the last verification ended. */
export function CheckResult({ running, last, whole }: Props) {
  const { t } = useTranslation('audit')
  const { number } = useFormat()
  return (
    <div className="grid gap-3" aria-live="polite">
      {running && (
        <VerdictBox tone="info" title={t('check.running')} end={<Spinner />}>
          <p>
            {t('check.events')} <span className="figures">{number(running.events)}</span>　{t('check.leave')}
          </p>
        </VerdictBox>
      )}
      {last ? <Last check={last} /> : !running && <VerdictBox tone="look" title={t('check.never')} />}
      {whole && (
        <VerdictBox
          small
          tone={isGood(whole) ? 'go' : 'look'}
          title={`${t('check.whole')}: ${t(isGood(whole) ? 'check.wholeGood' : 'check.wholeBad')}`}
        >
          {whole.finishedAt && <Time at={whole.finishedAt} show="ago" />}
        </VerdictBox>
      )}
    </div>
  )
}

function isGood({ faultCount, error }: { faultCount: number; error: string | null }): boolean {
  return faultCount === 0 && error === null
}

function Last({ check }: { check: SerializeFrom<CheckRow> }) {
  const { t } = useTranslation('audit')
  const { finishedAt, events, faultCount, faults, error } = check
  const age = finishedAt && <Time at={finishedAt} show="ago" />
  if (error !== null) {
    return (
      <VerdictBox tone="no" title={t('check.error')} end={age}>
        <p className="figures break-all">{error}</p>
      </VerdictBox>
    )
  }
  if (faultCount === 0) {
    return (
      <VerdictBox tone="go" title={t('check.good')} end={age}>
        <p>{t('check.goodDetail', { count: events })}</p>
      </VerdictBox>
    )
  }
  return (
    <VerdictBox tone="no" title={t('check.bad', { count: faultCount })} end={age}>
      <FaultList faults={faults} count={faultCount} />
    </VerdictBox>
  )
}
