import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { type Answer, answerOf } from '~/kuroneko/answers'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { differenceOf, type Sides } from '~/orders/drift/difference'
import { Pill, type Tone } from '~/ui/pill'

const tones: Record<Answer, Tone> = {
  authorized: 'sky',
  captured: 'green',
  cancelled: 'grey',
  failed: 'red',
  not_found: 'orange',
  open: 'amber',
  unknown: 'grey',
}

/** What Kuroneko says of an order, in its own word. */
export function TherePill({ evidence }: Pick<Sides, 'evidence'>) {
  return <Pill tone={tones[answerOf(evidence)]}>{useWord(evidence)}</Pill>
}

/** The same beside what the order shows: named as Kuroneko's, and the amount where only that differs. */
export function ThereMark({ order, evidence }: Sides) {
  const { t } = useTranslation('orders')
  const { money } = useFormat()
  const word = useWord(evidence)
  const amountOnly = differenceOf({ order, evidence }) === 'amount' && evidence.amount !== null
  const status = amountOnly ? money(evidence.amount ?? 0) : word
  return <Pill tone={amountOnly ? 'amber' : tones[answerOf(evidence)]}>{t('drift.mark', { status })}</Pill>
}

function useWord({ statusInfo }: Sides['evidence']): string {
  const { t } = useTranslation('orders')
  const { language } = useFormat()
  if (statusInfo === null) return t('drift.notFound')
  return statusInfoLabel(statusInfo)[language].replace(/ \(.+\)$/u, '')
}
