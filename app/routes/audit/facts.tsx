import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Told } from '~/audit/history-event'
import { claimLabels, claims, paymentWishes, shippingWishes, unchanged } from '~/corrections/wishes'
import { useFormat } from '~/i18n/use-format'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'

type Details = Told['details']

/** The facts of an act that its sentence does not say, in small print. */
export function Facts({ told }: { told: Told }) {
  const { t } = useTranslation('audit')
  const { money } = useFormat()
  const { details, via, digest } = told
  const { amount, slipNumbers, carrier } = details
  return (
    <>
      {told.action === 'correction.filed' && <Filed details={details} />}
      <EvidenceFacts details={details} />
      <VerdictFacts details={details} />
      {typeof amount === 'number' && amount !== details.evidence_amount && (
        <span>{t('details.amount', { amount: money(amount) })}</span>
      )}
      {typeof slipNumbers === 'string' && (
        <span className="figures">{t('details.slips', { numbers: slipNumbers })}</span>
      )}
      {typeof carrier === 'string' && <span>{carrier}</span>}
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
      {typeof amount === 'number' && amount !== details.evidence_amount && (
        <span>{t('details.amount', { amount: money(amount) })}</span>
      )}
      {kind === 'screenshot' && <span className="text-amber">{t('details.picture')}</span>}
    </>
  )
}

/** What the rules said when it was decided. */
function VerdictFacts({ details }: { details: Details }) {
  const { t } = useTranslation(['audit', 'common'])
  const { verdict, findings, override } = details
  const known = (['go', 'look', 'no'] as const).find((each) => each === verdict)
  if (!known) return null
  const count = typeof findings === 'string' && findings !== '' ? findings.split(',').length : 0
  return (
    <>
      <span>{t('audit:details.verdict', { verdict: t(`common:verdicts.${known}`) })}</span>
      {count > 0 && <span>{t('audit:details.findings', { count })}</span>}
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
