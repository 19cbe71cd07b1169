import type { ReactNode } from 'react'
import type { Told } from '~/audit/history-event'
import { claimLabels, claims, paymentWishes, shippingWishes, unchanged } from '~/corrections/wishes'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { tokyoFields } from '~/platform/tokyo'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'
import { ExportFacts } from './export/export-facts'
import type { Beside } from './history-entry'
import { OperationFacts } from './operation-facts'

type Details = Told['details']

/** The facts of an act that its sentence does not say, in small print; more of them where a page knows what is beside. */
export function Facts({ told, beside }: { told: Told; beside?: Beside | undefined }) {
  const { t } = useTranslation('audit')
  const { money } = useFormat()
  const { details, via, digest } = told
  const { amount, slipNumbers, carrier } = details
  return (
    <>
      {told.action === 'correction.filed' && <Filed details={details} />}
      <EvidenceFacts details={details} />
      {beside && <EvidenceSource told={told} beside={beside} />}
      <VerdictFacts details={details} counted={!beside} />
      {typeof amount === 'number' && amount !== details.evidence_amount && (
        <span>{t('details.amount', { amount: money(amount) })}</span>
      )}
      {typeof slipNumbers === 'string' && (
        <span className="figures">{t('details.slips', { numbers: slipNumbers })}</span>
      )}
      {typeof carrier === 'string' && <span>{carrier}</span>}
      <OperationFacts told={told} />
      <ExportFacts told={told} />
      {typeof details.seqs === 'string' && <ErasedAt seqs={details.seqs} />}
      {told.action === 'correction.approved_first' && <Second details={details} />}
      {via === 'cli' && <span>{t('details.cli')}</span>}
      {digest && told.action === 'order.corrected' && (
        <span className="figures" title={digest}>
          {t('details.digest', { digest: digest.slice(0, 12) })}
        </span>
      )}
    </>
  )
}

/** What Kuroneko had answered, or what a picture showed. */
function EvidenceFacts({ details }: { details: Details }) {
  const { t } = useTranslation('audit')
  const { language, money } = useFormat()
  const {
    status_info: code,
    evidence_amount: amount,
    evidence_kind: kind,
    evidence_outcome: outcome,
  } = details
  if (outcome === 'not_found') return <span>{t('details.notFound')}</span>
  if (typeof code !== 'number') return null
  return (
    <>
      <span>{t('details.evidence', { status: statusInfoLabel(code)[language], code })}</span>
      {typeof amount === 'number' && <span>{t('details.amount', { amount: money(amount) })}</span>}
      {kind === 'screenshot' && <span className="text-amber">{t('details.picture')}</span>}
    </>
  )
}

/** When Kuroneko was asked and how long that took; for the desk's own people, the picture that was attached. */
function EvidenceSource({ told, beside: { asked, requests } }: { told: Told; beside: Beside }) {
  const { t } = useTranslation('history')
  const { duration } = useFormat()
  const { evidence, evidence_kind: kind } = told.details
  if (typeof evidence !== 'string') return null
  const when = told.action === 'order.inquired' ? asked[evidence] : undefined
  const took = when?.answeredAt && duration(when.answeredAt.getTime() - when.askedAt.getTime())
  const picture =
    kind === 'screenshot' &&
    requests === '/desk' &&
    told.reference &&
    `/desk/${told.reference}/evidence/${evidence}`
  return (
    <>
      {when && took && (
        <span>{t('event.asked', { time: tokyoFields(when.askedAt).second, duration: took })}</span>
      )}
      {picture && (
        <a className="text-primary underline print:hidden" href={picture}>
          {t('event.picture')}
        </a>
      )}
    </>
  )
}

/** Which records lost their words. */
function ErasedAt({ seqs }: { seqs: string }) {
  const { t } = useTranslation('history')
  return <span>{t('event.erasedAt', { seqs: seqs.replaceAll(',', ', ') })}</span>
}

/** What the rules said when it was decided; how many findings, where they are not listed below. */
function VerdictFacts({ details, counted }: { details: Details; counted: boolean }) {
  const { t } = useTranslation(['audit', 'common'])
  const { verdict, findings, override } = details
  const known = (['go', 'look', 'no'] as const).find((each) => each === verdict)
  if (!known) return null
  const count = typeof findings === 'string' && findings !== '' ? findings.split(',').length : 0
  return (
    <>
      <span>{t('audit:details.verdict', { verdict: t(`common:verdicts.${known}`) })}</span>
      {counted && count > 0 && <span>{t('audit:details.findings', { count })}</span>}
      {override === true && <span className="text-amber">{t('audit:details.override')}</span>}
    </>
  )
}

/** What was asked for, and what the shop says Kuroneko shows. */
function Filed({ details }: { details: Details }) {
  const { t } = useTranslation('audit')
  const { language } = useFormat()
  const payment = known(paymentWishes, details.payment_wish)
  const shipping = known(shippingWishes, details.shipping_wish)
  const claim = known(claims, details.claim)
  return (
    <>
      <span className="inline-flex flex-wrap items-center gap-1.5">
        {t('details.wish')}
        {payment && payment !== unchanged && <PaymentPill status={payment} />}
        {shipping && shipping !== unchanged && <ShippingPill status={shipping} />}
      </span>
      {claim && <span>{t('details.claim', { claim: claimLabels[claim][language] })}</span>}
      {details.on_behalf === true && <span>{t('details.onBehalf')}</span>}
      {details.match === 'none' && <span className="text-amber">{t('details.unmatched')}</span>}
    </>
  )
}

function Second({ details }: { details: Details }): ReactNode {
  const { t } = useTranslation('audit')
  const reasons = String(details.second ?? '').split(',')
  return (['amount', 'brought_back', 'evidence', 'reverts', 'override', 'screenshot'] as const)
    .filter((reason) => reasons.includes(reason))
    .map((reason) => <span key={reason}>{t(`details.second_${reason}`)}</span>)
}

function known<T extends string>(codes: readonly T[], value: Details[string] | undefined): T | undefined {
  return codes.find((code) => code === value)
}
