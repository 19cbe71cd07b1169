import { useTranslation } from '~/i18n/use-translation'
import type { PaymentStatus } from '~/orders/statuses'
import { Card } from '~/ui/card'
import { PaymentPill } from '~/ui/status-pills'
import { Table } from '~/ui/table'
import { answers } from '~/verdicts/answers'
import { type Cell, paymentTables, type Wishable } from '~/verdicts/payment-tables'
import { type FindingId, rules } from '~/verdicts/rules'
import { SeverityPill } from './severity-pill'

const titles = { captured: 'toCaptured', cancelled: 'toCancelled', authorized: 'toAuthorized' } as const

/** One wish: what the order shows now against what Kuroneko answers. */
export function PaymentTableCard({ wish }: { wish: Wishable }) {
  const { t } = useTranslation('verdicts')
  const rows = Object.entries(paymentTables[wish]) as [PaymentStatus, Record<string, Cell>][]
  const title = t(`page.${titles[wish]}`)
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        rows={rows}
        rowKey={([status]) => status}
        columns={[
          { key: 'now', header: t('page.now'), cell: ([status]) => <PaymentPill status={status} short /> },
          ...answers.map((answer) => ({
            key: answer,
            header: t(`answers.${answer}`),
            cell: ([, cells]: (typeof rows)[number]) => <Says cell={cells[answer]} />,
          })),
        ]}
      />
    </Card>
  )
}

function Says({ cell }: { cell: Cell | undefined }) {
  const { t } = useTranslation('verdicts')
  if (!cell) return null
  return (
    <div className="grid justify-items-start gap-1 max-md:justify-items-end">
      <FindingLink id={cell.finding} />
      {cell.two && <span className="text-xs font-semibold">{t('page.two')}</span>}
      {cell.later && (
        <>
          <span className="text-xs text-muted">{t('page.later')}</span>
          <FindingLink id={cell.later} />
        </>
      )}
    </div>
  )
}

function FindingLink({ id }: { id: FindingId | null }) {
  const { t } = useTranslation('verdicts')
  if (id === null) return <SeverityPill severity="go" />
  return (
    <>
      <SeverityPill severity={rules[id].severity} />
      <a href={`#${id}`} className="text-xs text-primary underline">
        {t(`findings.${id}.title`)}
      </a>
    </>
  )
}
