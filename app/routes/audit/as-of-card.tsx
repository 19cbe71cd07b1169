import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { EvidenceThen } from '~/audit/as-of.server'
import { requestStates } from '~/corrections/life'
import { formatSecond } from '~/i18n/format'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { unknownReasons } from '~/kuroneko/inquiry'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { unknownWords } from '~/kuroneko/unknown-words'
import { Card } from '~/ui/card'
import { KeyValue } from '~/ui/key-value'
import { PaymentPill, ShippingPill, StatePill } from '~/ui/status-pills'
import type { Past } from './as-of-banner'
import { FindingsThen } from './findings-then'
import type { RequestsAddress } from './history-entry'

/** What an order showed at a moment, and what was known of it then. */
export function AsOfCards({ then, requests }: { then: Past; requests: RequestsAddress }) {
  return (
    <div className="grid items-start gap-4 md:grid-cols-[2fr_3fr]">
      <ShownThen then={then} />
      <KnownThen then={then} requests={requests} />
    </div>
  )
}

function ShownThen({ then: { shown, amount } }: { then: Past }) {
  const { t } = useTranslation('history')
  const { money } = useFormat()
  const deliveries = shown?.deliveries ?? []
  return (
    <Card title={t('asOf.shown')}>
      <KeyValue
        entries={[
          {
            key: t('asOf.payment'),
            value: shown ? <PaymentPill status={shown.payment} /> : t('asOf.nothing'),
          },
          ...deliveries.map((status, index) => ({
            key:
              deliveries.length === 1
                ? t('asOf.delivery')
                : t('asOf.deliveryOf', { place: String(index + 1) }),
            value: <ShippingPill status={status} />,
          })),
          { key: t('asOf.amount'), value: amount === null ? t('asOf.nothing') : money(amount) },
        ]}
      />
    </Card>
  )
}

function KnownThen({ then, requests }: { then: Past; requests: RequestsAddress }) {
  const { t } = useTranslation('history')
  const { drift, evidence } = then
  return (
    <Card title={t('asOf.known')}>
      <KeyValue
        entries={[
          { key: t('asOf.evidence'), value: <EvidenceOf evidence={evidence} at={then.at} /> },
          {
            key: t('asOf.drift'),
            value: drift ? t('asOf.driftSince', { since: formatSecond(drift.since) }) : t('asOf.noDrift'),
          },
          { key: t('asOf.requests'), value: <RequestsOf then={then} requests={requests} /> },
        ]}
      />
    </Card>
  )
}

/** What Kuroneko had answered, and how old that was. */
export function EvidenceOf({ evidence, at }: { evidence: EvidenceThen | null; at: Date }): ReactNode {
  const { t } = useTranslation(['history', 'audit'])
  const { language, money, duration } = useFormat()
  if (!evidence) return t('history:asOf.never')
  const { outcome, statusInfo: code, amount, askedAt, kind } = evidence
  const reason = unknownReasons.find((known) => known === evidence.reason)
  const age = { age: duration(at.getTime() - askedAt.getTime()), at: formatSecond(askedAt) }
  return (
    <>
      <p className="flex flex-wrap gap-x-3">
        {outcome === 'not_found' && t('audit:details.notFound')}
        {code !== null && t('audit:details.evidence', { status: statusInfoLabel(code)[language], code })}
        {amount !== null && <span>{t('audit:details.amount', { amount: money(amount) })}</span>}
        {outcome === 'unknown' && t('history:asOf.unknown')}
        {reason && <span className="text-muted">{unknownWords[reason][language]}</span>}
      </p>
      <p className="text-xs text-muted">
        {kind === 'screenshot' ? t('history:asOf.pictureAge', age) : t('history:asOf.age', age)}
      </p>
    </>
  )
}

/** The requests that had been filed, their states, and what the rules said of them. */
export function RequestsOf({ then, requests }: { then: Past; requests: RequestsAddress }): ReactNode {
  const { t } = useTranslation(['history', 'common'])
  if (then.requests.length === 0) return t('history:asOf.noRequests')
  return (
    <ul className="grid gap-2.5">
      {then.requests.map(({ id, reference, state, lastAt, assessed }) => (
        <li key={id} className="grid gap-0.5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to={`${requests}/${reference}`} className="figures text-primary hover:underline">
              {reference}
            </Link>
            <StateThen state={state} />
            {assessed && <span>{t(`common:verdicts.${assessed.verdict}`)}</span>}
          </p>
          <div className="text-xs">
            {assessed && <FindingsThen findings={assessed.findings} />}
            <p className="text-muted">{t('history:asOf.lastAct', { at: formatSecond(lastAt) })}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function StateThen({ state }: { state: string }) {
  const known = requestStates.find((one) => one === state)
  return known ? <StatePill state={known} /> : null
}
