import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { Operation, OperationRefusal } from '~/orders/operations/allowed'
import { Card } from '~/ui/card'
import { Points, Section, Steps } from '../help-page'
import { RefusalTable } from './refusal-table'

/** One operation: what it does, how to go about it, what holds, and why it may be refused. */
export function OperationCard({
  operation,
  lead,
  steps,
  points = [],
  refusals,
  children,
}: {
  operation: Operation
  lead: string
  steps: readonly string[]
  points?: readonly string[]
  refusals: readonly OperationRefusal[]
  children?: ReactNode
}) {
  const { t } = useTranslation(['help', 'operations'])
  const name = t(`operations:name.${operation}`)
  return (
    <Section id={operation}>
      <Card title={name}>
        <div className="grid gap-3">
          <p>{lead}</p>
          <h3 className="font-semibold">{t('help:operations.steps')}</h3>
          <Steps steps={steps} />
          {points.length > 0 && <Points points={points} />}
        </div>
      </Card>
      {children}
      {refusals.length > 0 && (
        <Card title={`${name}: ${t('help:operations.refusals')}`} flush>
          <RefusalTable caption={`${name}: ${t('help:operations.refusals')}`} refusals={refusals} />
        </Card>
      )}
    </Section>
  )
}
