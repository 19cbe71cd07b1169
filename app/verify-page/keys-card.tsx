import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { controlStyle, Field, fieldWiring } from '~/ui/field'

type Props = {
  served: readonly string[]
  typed: string
  /** Lines that are no keys. */
  wrong: readonly number[]
  onTyped(typed: string): void
}

/** The keys that are trusted: those that came with the page, until somebody puts in their own. */
export function KeysCard({ served, typed, wrong, onTyped }: Props) {
  const { t } = useTranslation('verify')
  const field = {
    name: 'trusted',
    label: t('keys.label'),
    hint: t('keys.compare'),
    ...(wrong.length > 0 && { error: t('keys.wrong', { lines: wrong.join(', ') }) }),
  }
  return (
    <Card title={t('keys.title')}>
      <p className="mb-3">{t(served.length > 0 ? 'keys.served' : 'keys.none')}</p>
      <Field {...field}>
        <textarea
          {...fieldWiring(field)}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
          rows={Math.max(2, typed.split('\n').length)}
          spellCheck={false}
          autoComplete="off"
          className={`${controlStyle} figures break-all`}
        />
      </Field>
    </Card>
  )
}
