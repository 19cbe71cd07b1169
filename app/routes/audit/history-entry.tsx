import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEvent, Told } from '~/audit/history-event'
import { Facts } from './facts'
import { Refusal, Sentence } from './sentence'
import { ShownChange } from './shown-change'

/** The dot of an event: what was applied stands out, and what was refused or cannot be read. */
export function toneOf({ told }: HistoryEvent): 'plain' | 'key' | 'look' | 'bad' {
  if (!told) return 'bad'
  if (told.outcome === 'refused') return 'look'
  return told.action === 'order.corrected' ? 'key' : 'plain'
}

/** One event: a sentence, what it changed, what was written, the facts. */
export function HistoryEntry({
  event: { told },
  requests,
  place,
}: {
  event: HistoryEvent
  requests?: '/desk' | '/requests' | undefined
  /** Which order it was, in lists of several. */
  place?: ReactNode
}) {
  const { t } = useTranslation('audit')
  if (!told) {
    return (
      <>
        <p className="text-red">{t('unreadable')}</p>
        {place && <Line>{place}</Line>}
      </>
    )
  }
  return (
    <>
      <p>
        <Sentence told={told} />
        <Refusal told={told} />
      </p>
      <ShownChange told={told} />
      {told.words && (
        <p className="mt-1 border-l-2 border-line-strong pl-2.5 whitespace-pre-wrap text-muted">
          {told.words}
        </p>
      )}
      <Line>
        {place}
        <Reference told={told} requests={requests} />
        <Facts told={told} />
      </Line>
    </>
  )
}

function Line({ children }: { children: ReactNode }) {
  return (
    <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-muted empty:hidden">
      {children}
    </div>
  )
}

function Reference({
  told: { reference },
  requests,
}: {
  told: Told
  requests?: '/desk' | '/requests' | undefined
}) {
  if (reference === null) return null
  if (!requests) return <span className="figures">{reference}</span>
  return (
    <Link to={`${requests}/${reference}`} className="figures text-primary hover:underline">
      {reference}
    </Link>
  )
}
