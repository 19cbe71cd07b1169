import type { RequestState } from '~/corrections/life'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Time } from '~/ui/time'
import { type BoxTone, VerdictBox } from '~/ui/verdict-box'
import { Words } from '~/ui/words'
import type { RequestView } from './view.server'

const tones: Record<RequestState, BoxTone> = {
  submitted: 'info',
  in_review: 'info',
  needs_info: 'look',
  awaiting_second: 'info',
  applied: 'go',
  rejected: 'no',
  withdrawn: 'info',
}

/** The loudest thing: where the request stands, what happens next, and when. */
export function StateBox({ view }: { view: RequestView }) {
  const { t } = useTranslation(['requests', 'common'])
  const { state, decidedAt, rejection, number } = view
  const again = state === 'rejected' || state === 'withdrawn'
  return (
    <VerdictBox
      tone={tones[state]}
      title={<span className="text-lg">{t(`common:states.${state}`)}</span>}
      end={
        again && (
          <LinkButton to={`/requests/new?order=${encodeURIComponent(number.used)}`} size="sm">
            {t('detail.again')}
          </LinkButton>
        )
      }
    >
      <p>{t(`next.${state}`)}</p>
      {decidedAt ? (
        <p className="text-muted">
          <Time at={decidedAt} />
        </p>
      ) : (
        state !== 'needs_info' && <Expected view={view} />
      )}
      {rejection && (
        <p className="mt-2">
          <strong>{t('detail.note')}</strong>
          <br />
          <span className="break-words whitespace-pre-wrap">
            <Words words={rejection.note} />
          </span>
        </p>
      )}
    </VerdictBox>
  )
}

/** When to expect an answer: by the desk's own habit, else by what it has set itself. */
function Expected({ view: { usual, dueAt } }: { view: RequestView }) {
  const { t } = useTranslation('requests')
  const { duration } = useFormat()
  if (usual !== null) return <p className="text-muted">{t('detail.expect', { duration: duration(usual) })}</p>
  return (
    <p className="text-muted">
      {t('detail.due')} <Time at={dueAt} />
    </p>
  )
}
