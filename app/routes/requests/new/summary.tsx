import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/i18n/use-format'
import { Button, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { KeyValue } from '~/ui/key-value'
import { OrderNumber } from '~/ui/order-number'
import { VerdictBox } from '~/ui/verdict-box'
import { Change } from '../change'
import type { FormRow } from './fields'
import type { Standing } from './standing'

/** Beside the form: what would change, what would not, when to expect an answer, and the button that files. */
export function Summary({
  rows,
  standings,
  usual,
  scripted,
}: {
  rows: readonly FormRow[]
  standings: readonly Standing[]
  /** The desk's median time to a decision in ms, where it is known. */
  usual: number | null
  /** Without JavaScript a button looks the numbers up; with it they are looked up while typing. */
  scripted: boolean
}) {
  const { t } = useTranslation(['requests', 'common'])
  const { duration } = useFormat()
  const problems = standings.reduce((count, { problems }) => count + Object.keys(problems).length, 0)
  const entries = [
    { key: t('summary.changes'), value: <Changes rows={rows} standings={standings} /> },
    { key: t('summary.stays'), value: t('summary.staysWhat') },
    ...(usual === null
      ? []
      : [{ key: t('summary.usual'), value: t('summary.usualHow', { duration: duration(usual) }) }]),
  ]
  return (
    <Card title={t('summary.title')}>
      <div className="grid gap-3.5">
        <KeyValue stacked entries={entries} />
        {problems > 0 && <VerdictBox small tone="look" title={t('summary.problems', { count: problems })} />}
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

function Changes({ rows, standings }: { rows: readonly FormRow[]; standings: readonly Standing[] }) {
  const { t } = useTranslation('requests')
  const told = standings.flatMap(({ known, wish, change }, place) => {
    const typed = rows[place]?.orderNumber.trim()
    const number = typeof known === 'object' && known.order ? known.order.number : typed
    return number && wish
      ? [{ place, number, wish, change, missing: typeof known === 'object' && !known.order }]
      : []
  })
  if (told.length === 0) return <p className="text-sm text-muted">{t('summary.incomplete')}</p>
  return (
    <ul className="grid max-h-[40dvh] gap-3 overflow-y-auto">
      {told.map(({ place, number, wish, change, missing }) => (
        <li key={place} className="grid gap-1">
          <span className="text-sm">
            <Link to={`#requests.${place}.orderNumber`} reloadDocument className="hover:underline">
              <OrderNumber strong>{number}</OrderNumber>
            </Link>
            {missing && (
              <span className="ml-2 text-xs font-semibold text-amber">{t('summary.unmatched')}</span>
            )}
          </span>
          <Change before={change?.before ?? null} wish={wish} />
        </li>
      ))}
    </ul>
  )
}
