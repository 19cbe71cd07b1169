import { Form, Link } from '@remix-run/react'
import type { QuickResult, RowRefused } from '~/corrections/approve-together.server'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Pill } from '~/ui/pill'
import { Table } from '~/ui/table'
import { VerdictBox } from '~/ui/verdict-box'
import { RowName } from './quick-choice'
import { Conflict, MovedList } from './refusal-box'

/** What became of each: applied, or why not; what was not can go through the dry run again. */
export function QuickResults({ results }: { results: QuickResult[] }) {
  const { t } = useTranslation('desk')
  const left = results.filter(({ answer }) => !answer.ok)
  const count = results.length - left.length
  return (
    <Form method="post" className="grid min-w-0 gap-4">
      <div role="status">
        <VerdictBox
          tone={left.length > 0 ? 'look' : 'go'}
          title={count > 0 ? t('quick.applied', { count }) : t('quick.nothingApplied')}
          end={<LinkButton to="/desk/quick">{t('quick.toLane')}</LinkButton>}
        >
          {left.length > 0 && <p>{t('quick.left', { count: left.length })}</p>}
        </VerdictBox>
      </div>
      {left.map(({ reference }) => (
        <input key={reference} type="hidden" name="reference" value={reference} />
      ))}
      <Card title={t('quick.results')} end={left.length > 0 && <Again count={left.length} />} flush>
        <Table
          caption={t('quick.results')}
          rows={[...left, ...results.filter(({ answer }) => answer.ok)]}
          rowKey={({ reference }) => reference}
          columns={[
            {
              key: 'number',
              header: t('quick.columns.number'),
              cell: ({ reference, found }) =>
                found ? (
                  <RowName row={{ reference, ...found }} />
                ) : (
                  <span className="figures">{reference}</span>
                ),
            },
            {
              key: 'result',
              header: t('quick.columns.result'),
              cell: ({ answer }) =>
                answer.ok ? <Pill tone="green">{t('verdict.applied')}</Pill> : <WhyNot refused={answer} />,
            },
            { key: 'history', header: t('quick.columns.history'), cell: (row) => <History row={row} /> },
          ]}
        />
      </Card>
    </Form>
  )
}

function Again({ count }: { count: number }) {
  const { t } = useTranslation('desk')
  return (
    <SubmitButton intent="check" tone="default" size="sm">
      {t('quick.again', { count })}
    </SubmitButton>
  )
}

const words = {
  not_found: 'refusal.not_found',
  conflict: 'refusal.conflict',
  stale: 'refusal.stale',
  needs_lead: 'refusal.needs_lead',
  same_person: 'refusal.same_person',
  blocked: 'refusal.blocked',
  under_way: 'refusal.under_way',
  invalid: 'quick.refused.invalid',
  failed: 'quick.refused.failed',
} as const satisfies Record<RowRefused['refusal'], string>

function WhyNot({ refused }: { refused: RowRefused }) {
  const { t } = useTranslation('desk')
  return (
    <div className="grid justify-items-start gap-1 text-left text-sm">
      <Pill tone="amber">{t('quick.notApplied')}</Pill>
      <p>{t(words[refused.refusal])}</p>
      {refused.refusal === 'conflict' && <Conflict refused={refused} />}
      {refused.refusal === 'stale' && <MovedList moved={refused.moved} />}
    </div>
  )
}

function History({ row: { found } }: { row: QuickResult }) {
  const { t } = useTranslation('desk')
  if (!found) return null
  return (
    <Link
      to={`/audit/orders/${encodeURIComponent(found.number)}?shop=${found.shop.code}`}
      className="text-sm whitespace-nowrap text-primary underline"
    >
      {t('toast.history')}
    </Link>
  )
}
