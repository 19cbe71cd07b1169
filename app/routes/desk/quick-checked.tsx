import { Form } from '@remix-run/react'
import type { Checked, CheckedApart, CheckedReady } from '~/corrections/check-together.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Pill } from '~/ui/pill'
import { Table } from '~/ui/table'
import { VerdictBox } from '~/ui/verdict-box'
import { FindingTitle } from '../verdict/finding-words'
import { QuickChange } from './quick-change'
import { ChoiceBar, ChoiceCell, RowName, useChosen } from './quick-choice'

/** The dry run: what each approval would be bound to, and apart from that what is ready no longer. */
export function QuickChecked({ rows, idempotencyKey }: { rows: Checked[]; idempotencyKey: string }) {
  const { t } = useTranslation('desk')
  const ready = rows.filter((row) => row.ready)
  const apart = rows.filter((row) => !row.ready)
  return (
    <>
      <div role="status">
        <VerdictBox
          tone={ready.length > 0 ? 'go' : 'look'}
          title={ready.length > 0 ? t('quick.checked', { count: ready.length }) : t('quick.nothingLeft')}
          end={<LinkButton to="/desk/quick">{t('quick.toLane')}</LinkButton>}
        >
          {apart.length > 0 && <p>{t('quick.apart', { count: apart.length })}</p>}
        </VerdictBox>
      </div>
      {ready.length > 0 && <Ready rows={ready} idempotencyKey={idempotencyKey} />}
      {apart.length > 0 && <Apart rows={apart} />}
    </>
  )
}

function Ready({ rows, idempotencyKey }: { rows: CheckedReady[]; idempotencyKey: string }) {
  const { t } = useTranslation(['desk', 'common'])
  const chosen = useChosen(rows.map(({ reference }) => reference))
  return (
    <Form method="post" className="min-w-0">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {rows.map(({ reference, digest, text }) => (
        <span key={reference} hidden>
          <input type="hidden" name={`digest.${reference}`} value={digest} />
          <input type="hidden" name={`content.${reference}`} value={text} />
        </span>
      ))}
      <Card title={t('quick.ready', { count: rows.length })} flush>
        <div className="overflow-x-auto">
          <Table
            caption={t('quick.title')}
            rows={rows}
            rowKey={({ reference }) => reference}
            columns={[
              {
                key: 'number',
                header: t('quick.columns.number'),
                cell: (row) => <ChoiceCell row={row} chosen={chosen} />,
              },
              {
                key: 'change',
                header: t('quick.columns.change'),
                cell: (row) => <QuickChange before={row.content.before} row={row} />,
              },
              {
                key: 'evidence',
                header: t('quick.columns.evidence'),
                cell: ({ content }) => <Evidence evidence={content.evidence} />,
              },
              {
                key: 'verdict',
                header: t('quick.columns.verdict'),
                cell: () => <Pill tone="green">{t('common:verdicts.go')}</Pill>,
              },
              {
                key: 'digest',
                header: t('quick.columns.digest'),
                cell: ({ digest }) => (
                  <code className="figures text-xs text-muted">{digest.slice(0, 12)}</code>
                ),
              },
            ]}
          />
        </div>
        <ChoiceBar chosen={chosen} note={`${t('quick.applyNote')}${t('common:cosmetic')}`}>
          <SubmitButton intent="apply" disabled={chosen.count === 0}>
            {t('quick.apply', { count: chosen.count })}
          </SubmitButton>
        </ChoiceBar>
      </Card>
    </Form>
  )
}

function Evidence({ evidence }: { evidence: CheckedReady['content']['evidence'] }) {
  const { t } = useTranslation('desk')
  const { money, language } = useFormat()
  if (!evidence) return t('evidence.never')
  if (evidence.status_info === null) {
    return t(evidence.outcome === 'not_found' ? 'evidence.not_found' : 'evidence.unknown')
  }
  const answer = { label: statusInfoLabel(evidence.status_info)[language], code: evidence.status_info }
  return (
    <>
      {t('quick.evidence', answer)}
      {evidence.amount !== null && <span className="ml-2 figures text-muted">{money(evidence.amount)}</span>}
    </>
  )
}

function Apart({ rows }: { rows: CheckedApart[] }) {
  const { t } = useTranslation('desk')
  return (
    <Card title={t('quick.apart', { count: rows.length })} flush>
      <Table
        caption={t('quick.apart', { count: rows.length })}
        rows={rows}
        rowKey={({ reference }) => reference}
        columns={[
          { key: 'number', header: t('quick.columns.number'), cell: (row) => <RowName row={row} /> },
          { key: 'why', header: t('quick.columns.why'), cell: (row) => <Why row={row} /> },
        ]}
      />
    </Card>
  )
}

function Why({ row }: { row: CheckedApart }) {
  const { t } = useTranslation(['desk', 'common', 'verdicts', 'orders'])
  if (!('findings' in row)) {
    const params = { state: t(`common:states.${row.state}`), name: row.assignee?.name ?? '' }
    return t(`quick.why.${row.why}`, params)
  }
  const heaviest = row.findings[0]
  return (
    <div className="grid justify-items-start gap-1 max-md:justify-items-end">
      <Pill tone={row.why === 'no' ? 'red' : 'amber'}>{t(`common:verdicts.${row.why}`)}</Pill>
      {heaviest && (
        <p className="text-sm">
          <FindingTitle finding={heaviest} />
        </p>
      )}
    </div>
  )
}
