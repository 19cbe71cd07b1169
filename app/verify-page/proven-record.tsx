import type { ReactNode } from 'react'
import { eventActions } from '~/audit/events'
import type { Told } from '~/audit/history-event'
import type { Proven } from '~/audit/proof/check'
import { roleWords } from '~/audit/proof/proof-words'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Facts } from '~/routes/audit/facts'
import { Refusal } from '~/routes/audit/sentence'
import { ShownChange } from '~/routes/audit/shown-change'
import { Time } from '~/ui/time'

/** What a proven record says, as histories show it. */
export function ProvenRecord({ proven }: { proven: Proven }) {
  const { t } = useTranslation(['verify', 'audit', 'common'])
  const { money } = useFormat()
  const { event, index, words } = proven
  const { at, actor, number, amount, reference, seq } = event
  const told = toldBy(proven)
  return (
    <section className="min-w-0">
      <h4 className="sr-only">{t('verify:record.title')}</h4>
      {told && (
        <>
          <Refusal told={told} />
          <ShownChange told={told} />
        </>
      )}
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        <Row label={t('verify:record.at')}>
          <Time at={at} show="second" />
        </Row>
        <Row label={t('verify:record.who')}>{roleWords(t, actor)}</Row>
        <Row label={t('verify:record.order')}>{number && <span className="figures">{number}</span>}</Row>
        <Row label={t('verify:record.amount')}>{amount !== null && money(amount)}</Row>
        <Row label={t('verify:record.reference')}>
          {reference && <span className="figures">{reference}</span>}
        </Row>
        <Row label={t('verify:record.facts')}>
          {told && event.details && (
            <span className="flex flex-wrap gap-x-3">
              <Facts told={told} />
            </span>
          )}
        </Row>
        <Row label={t('verify:record.words')}>
          {words.kind === 'shown' && <span className="whitespace-pre-wrap">{words.words}</span>}
          {words.kind === 'withheld' && <span className="text-muted">{t('verify:record.withheld')}</span>}
        </Row>
        <Row label={t('verify:record.place')}>{t('verify:record.placeOf', { seq, leaf: index + 1 })}</Row>
      </dl>
      <details className="mt-3">
        <summary className="w-fit text-sm text-primary hover:underline">{t('verify:record.text')}</summary>
        <pre className="figures mt-1 rounded-6 bg-ground p-3 text-xs break-all whitespace-pre-wrap">
          {proven.text}
        </pre>
      </details>
    </section>
  )
}

/** A label and what stands behind it; nothing where that is nothing. */
function Row({ label, children }: { label: string; children: ReactNode }) {
  const empty = [children].flat().every((child) => child === null || child === false)
  if (empty) return null
  return (
    <>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}

/** As the histories' own parts take it; null for an act that this page does not know yet. */
function toldBy({ event, words }: Proven): Told | null {
  const action = eventActions.find((known) => known === event.action)
  if (!action) return null
  const { outcome, refusal, via, reference, before, after, digest, actor, details } = event
  return {
    ...{ action, outcome, refusal, via, reference, before, after, digest },
    actor: actor && { name: null, role: actor.role },
    words: words.kind === 'shown' ? words.words : null,
    hidden: false,
    erased: false,
    details: details ?? {},
  }
}
