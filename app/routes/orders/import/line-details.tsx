import { useTranslation } from '~/i18n/use-translation'
import type { Mapping } from '~/orders/import/fields'
import type { ImportLine } from '~/orders/import/report'
import { type Problem, problemWord } from '~/orders/import/row'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'

/** What changes in one order, or what is wrong with it. */
export function LineDetails({ line, mapping }: { line: ImportLine; mapping: Mapping }) {
  const { t } = useTranslation('orders')
  if (line.problems.length > 0) {
    return (
      <ul className="grid gap-1 text-left text-sm">
        {line.problems.map((problem) => (
          <ProblemText
            key={`${problem.row} ${problem.field} ${problem.problem}`}
            of={problem}
            mapping={mapping}
          />
        ))}
      </ul>
    )
  }
  if (line.outcome === 'new' && line.after) return <PaymentPill status={line.after.payment} />
  if (line.outcome !== 'changed') return null
  const facts = line.changed.map((fact) => t(`import.field.${fact}`)).join('・')
  return (
    <div className="grid gap-1 text-sm max-md:justify-items-end">
      <Change line={line} />
      <span className="text-xs text-muted">{t('import.changedFacts', { facts })}</span>
      {line.overCorrection && <strong className="text-amber">{t('import.overCorrection')}</strong>}
    </div>
  )
}

function ProblemText({ of: problem, mapping }: { of: Problem; mapping: Mapping }) {
  const { t } = useTranslation('orders')
  const { row, field, read, expected } = problem
  const place = field
    ? t('import.problemAt', { row, column: mapping[field] ?? t(`import.field.${field}`) })
    : t('import.problemIn', { row })
  return (
    <li>
      <span className="font-semibold">{place}</span>{' '}
      {t(`import.problem.${problemWord(problem)}`, { read, expected: expected ?? '' })}
    </li>
  )
}

function Change({ line: { before, after } }: { line: ImportLine }) {
  if (!before || !after) return null
  const first = after.deliveries.findIndex((status, index) => status !== before.deliveries[index])
  const [from, to] = [before.deliveries[first], after.deliveries[first]]
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {before.payment !== after.payment && (
        <StatusChange
          before={<PaymentPill status={before.payment} />}
          after={<PaymentPill status={after.payment} />}
        />
      )}
      {from && to && (
        <StatusChange before={<ShippingPill status={from} />} after={<ShippingPill status={to} />} />
      )}
    </span>
  )
}
