import { codePoint, type Unfit } from '~/audit/export/unfit'
import { useTranslation } from '~/i18n/use-translation'

/** The characters that an encoding lacks: which, how often, and where first. */
export function UnfitList({ unfit: { count, characters } }: { unfit: Unfit }) {
  const { t } = useTranslation('audit-export')
  const listed = characters.reduce((sum, each) => sum + each.count, 0)
  return (
    <details>
      <summary className="min-h-6 cursor-pointer text-sm text-primary hover:underline pointer-coarse:min-h-11">
        {t('unfit.title', { count })}
      </summary>
      <ul className="mt-1 grid max-h-64 gap-1 overflow-y-auto text-left text-sm">
        {characters.map((each) => (
          <li key={each.character}>
            <b>{each.character}</b> <span className="figures">{codePoint(each.character)}</span>
            {' · '}
            {t('unfit.times', { count: each.count })}
            {' · '}
            {t('unfit.first', { row: each.row, column: each.column })}
          </li>
        ))}
      </ul>
      {listed < count && (
        <p className="text-sm text-muted">{t('unfit.more', { count: characters.length })}</p>
      )}
    </details>
  )
}
