import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Button, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { KeyValue } from '~/ui/key-value'
import { VerdictBox } from '~/ui/verdict-box'
import { numberOf, RowChange, RowOutlooks, type RowsSeen } from './changes'
import { OutlookCard } from './outlook'
import type { Standing } from './standing'

/**
 * Beside the form: whether it would be applied and what Kuroneko says, what would change, what would not, when to expect
 * an answer, and the button that files.
 */
export function Summary({
  usual,
  scripted,
  ...seen
}: RowsSeen & {
  /** The desk's median time to a decision in ms, where it is known. */
  usual: number | null
  /** Without JavaScript a button looks the numbers up; with it they are looked up while typing. */
  scripted: boolean
}) {
  const { t } = useTranslation(['requests', 'common'])
  const { duration } = useFormat()
  const { rows, standings } = seen
  const problems = standings.reduce((count, { problems }) => count + Object.keys(problems).length, 0)
  const refused = standings.filter(isLost).length
  const entries = [
    { key: t('summary.changes'), value: <Changes {...seen} /> },
    { key: t('summary.stays'), value: t('summary.staysWhat') },
    ...(usual === null
      ? []
      : [{ key: t('summary.usual'), value: t('summary.usualHow', { duration: duration(usual) }) }]),
  ]
  return (
    <Card title={t('summary.title')}>
      <div className="grid gap-3.5">
        <div className="-m-1 grid gap-3.5 p-1 lg:max-h-[calc(100dvh-var(--shell-top)-27rem)] lg:overflow-y-auto">
          <OnlyOutlook {...seen} />
          <KeyValue stacked entries={entries} />
        </div>
        {problems > 0 && <VerdictBox small tone="look" title={t('summary.problems', { count: problems })} />}
        {refused > 0 && (
          <VerdictBox
            small
            tone="no"
            title={<span className="block text-balance">{t('outlook.refused', { count: refused })}</span>}
          >
            {t('outlook.fileAnyway')}
          </VerdictBox>
        )}
        <div className="grid gap-2">
          <p className="text-sm font-semibold">{t('common:cosmetic')}</p>
          <SubmitButton intent="file" wide>
            {t('summary.file', { count: rows.length })}
          </SubmitButton>
          {scripted ? (
            <p className="text-xs text-muted">{t('new.kept')}</p>
          ) : (
            <Button type="submit" name="intent" value="check" wide>
              {t('new.check')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}

/** Filed all the same, it would be refused; what cannot be filed at all is a problem of its row. */
function isLost({ outlook, problems }: Standing): boolean {
  return outlook?.assessment?.verdict === 'no' && Object.keys(problems).length === 0
}

/** The prospects of a form's only row stand on top, as the loudest thing. */
function OnlyOutlook({ rows, standings, orderAddress, onAskAnew }: RowsSeen) {
  const [standing] = standings
  const typed = rows[0]?.orderNumber ?? ''
  if (rows.length > 1 || !standing?.outlook) return null
  const number = numberOf(standing)
  return (
    <OutlookCard
      outlook={standing.outlook}
      order={number ? orderAddress(number) : null}
      onAskAnew={onAskAnew && (() => onAskAnew(typed))}
    />
  )
}

function Changes(seen: RowsSeen) {
  const { t } = useTranslation('requests')
  const { rows, standings } = seen
  const [only] = standings
  const none = rows.every(({ orderNumber }) => orderNumber.trim() === '')
  if (none || !only) return <p className="text-sm text-muted">{t('summary.incomplete')}</p>
  return rows.length === 1 ? <RowChange standing={only} /> : <RowOutlooks {...seen} />
}
