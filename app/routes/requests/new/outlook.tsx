import { RefreshCw } from 'lucide-react'
import { type ComponentProps, Suspense } from 'react'
import { useLateTranslation, useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { KeyValue } from '~/ui/key-value'
import { Spinner } from '~/ui/spinner'
import { VerdictBox } from '~/ui/verdict-box'
import type { FindingId } from '~/verdicts/rules'
import { KuronekoSays, Unanswered } from '../kuroneko-says'
import { ShopFindings } from '../shop-findings'
import type { Outlook } from './standing'

/** Said above them already, by what stands for Kuroneko's answer. */
const saidAbove: ReadonlySet<FindingId> = new Set(['evidence_not_asked', 'evidence_unusable'])

/**
 * One row's prospects: the verdict, what Kuroneko says, what stands against it and what to do about that. Its texts are
 * more than those of all the rest of the form, and come when the first row has an outlook.
 */
export function OutlookCard(props: ComponentProps<typeof Prospects>) {
  return (
    <Suspense>
      <Prospects {...props} />
    </Suspense>
  )
}

function Prospects({
  outlook: { kuroneko, assessment },
  order,
  most = 3,
  onAskAnew,
}: {
  outlook: Outlook
  /** The address of the row's order. */
  order: string | null
  /** How many findings, by weight; the others are read on the request's page. */
  most?: number
  /** Without scripts the form's own button asks. */
  onAskAnew: (() => void) | null
}) {
  const { t } = useLateTranslation(['requests', 'verdicts'])
  const heavy = (assessment?.findings ?? [])
    .filter(({ id, severity }) => severity !== 'info' && !saidAbove.has(id))
    .slice(0, most)
  return (
    <div className="grid gap-3">
      {assessment && (
        <VerdictBox
          small
          tone={assessment.verdict}
          title={<span role="status">{t(`outlook.${assessment.verdict}`)}</span>}
        >
          {assessment.secondPerson && t('verdicts:second.needed')}
        </VerdictBox>
      )}
      {kuroneko && (
        <KeyValue
          stacked
          entries={[{ key: t('kuroneko.title'), value: <Said kuroneko={kuroneko} onAskAnew={onAskAnew} /> }]}
        />
      )}
      {heavy.length > 0 && <ShopFindings findings={heavy} order={order} />}
    </div>
  )
}

function Said({
  kuroneko,
  onAskAnew,
}: {
  kuroneko: NonNullable<Outlook['kuroneko']>
  onAskAnew: (() => void) | null
}) {
  const { t } = useTranslation('requests')
  if (kuroneko === 'asking') {
    return (
      <p role="status" className="flex items-center gap-2 text-muted noscript:hidden">
        <Spinner />
        {t('kuroneko.asking')}
      </p>
    )
  }
  return (
    <div className="grid gap-1">
      {kuroneko === 'unanswered' ? <Unanswered /> : <KuronekoSays evidence={kuroneko} />}
      {onAskAnew && (
        <span className="-ml-2.5">
          <Button size="sm" tone="quiet" icon={<Icon of={RefreshCw} />} onClick={onAskAnew}>
            {t('kuroneko.again')}
          </Button>
        </span>
      )}
    </div>
  )
}
