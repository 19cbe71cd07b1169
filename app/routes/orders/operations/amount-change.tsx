import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'

/** What an amount in yen was and becomes while it is being typed; null while that cannot be told. */
export function AmountChange({
  label,
  before,
  after,
}: {
  label: string
  before: number
  after: number | null
}) {
  const { t } = useTranslation('operations')
  const { money } = useFormat()
  return (
    <p className="flex flex-wrap items-baseline justify-end gap-x-3 border-t border-line pt-3" role="status">
      <span className="text-sm text-muted">{label}</span>
      <span className="figures">{money(before)}</span>
      <span aria-hidden>→</span>
      <b className="figures text-lg">{after === null ? '–' : money(after)}</b>
      {after === before && <span className="text-sm text-muted">{t('modify.same')}</span>}
    </p>
  )
}
