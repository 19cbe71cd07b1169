import type { HistoryEvent } from '~/audit/history-event'
import { useTranslation } from '~/i18n/use-translation'

type Props = {
  events: readonly Pick<HistoryEvent, 'id' | 'seq'>[]
  /** The order's number, in lists of several. */
  of?: string | null
}

/** Downloads the proof of an event, or of each of several. A form, since that a proof was taken is recorded. */
export function ProofButtons({ events, of = null }: Props) {
  const { t } = useTranslation('history')
  return (
    <form method="post" className="contents print:hidden">
      {events.map(({ id, seq }) => (
        <button
          key={id}
          type="submit"
          formAction={`/audit/proofs/${id}`}
          aria-label={[of, t('event.proofNamed', { seq: String(seq) })].filter(Boolean).join(' ')}
          title={t('event.proofHint')}
          className="whitespace-nowrap text-primary hover:underline"
        >
          {t('event.proof')}
          {events.length > 1 && <span className="figures"> {seq}</span>}
        </button>
      ))}
    </form>
  )
}
