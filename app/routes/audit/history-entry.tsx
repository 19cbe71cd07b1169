import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { AskedWhen, HistoryEvent, Told } from '~/audit/history-event'
import { excerpt } from '~/audit/search/mark'
import type { FindingThen } from '~/corrections/findings-then.server'
import { useTranslation } from '~/i18n/use-translation'
import { Words } from '~/ui/words'
import { Facts } from './facts'
import { FindingsThen } from './findings-then'
import { Refusal, Sentence } from './sentence'
import { ShownChange } from './shown-change'

/** The dot of an event: what was applied stands out, and what was refused or cannot be read. */
export function toneOf({ told }: HistoryEvent): 'plain' | 'key' | 'look' | 'bad' {
  if (!told) return 'bad'
  if (told.outcome === 'refused') return 'look'
  return told.action === 'order.corrected' ? 'key' : 'plain'
}

/** What a page knows beside the events: who asked Kuroneko when, and the findings of decisions, each by its id. */
export type Beside = {
  asked: Record<string, AskedWhen>
  findings: Record<string, FindingThen[]>
  /** Where requests are shown to this reader. */
  requests: RequestsAddress
}
export type RequestsAddress = '/desk' | '/requests'

type Props = {
  event: HistoryEvent
  /** Without it references are not links. */
  requests?: RequestsAddress | undefined
  /** Which order it was, in lists of several. */
  place?: ReactNode
  beside?: Beside | undefined
  /** Only what an event says that follows from another one, which has the facts. */
  brief?: boolean
  /** Words that were looked for: the part that has them is shown, and they are marked. */
  looked?: string | undefined
}

/** One event: a sentence, what it changed, what was written, the facts. */
export function HistoryEntry({ event: { id, told }, requests, place, beside, brief = false, looked }: Props) {
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
      <Written told={told} looked={looked} />
      {!brief && (
        <Line>
          {place}
          <Reference told={told} requests={requests} />
          <Facts told={told} beside={beside} />
        </Line>
      )}
      {!brief && <DecidedOn findings={beside?.findings[id]} />}
    </>
  )
}

/** What a person wrote; or that something is written that is not for this reader, or was and is erased. */
export function Written({ told: { words, hidden, erased }, looked }: { told: Told } & Pick<Props, 'looked'>) {
  const { t } = useTranslation('history')
  if (hidden) return <p className="mt-0.5 text-xs text-muted">{t('event.hidden')}</p>
  if (!words && !erased) return null
  return (
    <p className="mt-1 border-l-2 border-line-strong pl-2.5 whitespace-pre-wrap text-muted">
      {words && looked ? <Found words={words} looked={looked} /> : <Words words={words} />}
    </p>
  )
}

function Found({ words, looked }: { words: string; looked: string }) {
  return excerpt(words, looked).map(({ at, text, found }) =>
    found ? (
      <mark key={at} className="rounded-xs bg-amber-soft font-semibold text-amber">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}

/** The findings that a decision stood on. */
export function DecidedOn({ findings }: { findings: readonly FindingThen[] | undefined }) {
  const { t } = useTranslation('history')
  if (!findings || findings.length === 0) return null
  return (
    <div className="mt-1 text-xs">
      <p className="text-muted">{t('event.findings')}</p>
      <FindingsThen findings={findings} />
    </div>
  )
}

function Line({ children }: { children: ReactNode }) {
  return (
    <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-muted empty:hidden">
      {children}
    </div>
  )
}

function Reference({ told: { reference }, requests }: { told: Told } & Pick<Props, 'requests'>) {
  if (reference === null) return null
  if (!requests) return <span className="figures">{reference}</span>
  return (
    <Link to={`${requests}/${reference}`} className="figures text-primary hover:underline">
      {reference}
    </Link>
  )
}
