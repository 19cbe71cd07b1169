import { useTranslation } from '~/i18n/use-translation'
import { Pill, type Tone } from '~/ui/pill'
import type { Severity } from '~/verdicts/rules'

const tones: Record<Severity | 'go', Tone> = {
  no: 'red',
  ord: 'orange',
  look: 'amber',
  info: 'sky',
  go: 'green',
}

/** How much a finding weighs, or that there is none. */
export function SeverityPill({ severity }: { severity: Severity | 'go' }) {
  const { t } = useTranslation('verdicts')
  return <Pill tone={tones[severity]}>{t(`severities.${severity}`)}</Pill>
}
