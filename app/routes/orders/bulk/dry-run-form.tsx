import { Form } from '@remix-run/react'
import { useId, useState } from 'react'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { OperationRefusal } from '~/orders/operations/allowed'
import { judgeTyped } from '~/orders/operations/bulk/judge'
import type { DryRow, DryRun } from '~/orders/operations/bulk/view.server'
import { type Carrier, carriersFor } from '~/orders/operations/carriers'
import { normaliseSlip } from '~/orders/operations/slip-typed'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { CaptureRows } from './capture-rows'
import { Confirmation } from './confirmation'
import { ShipRows } from './ship-rows'
import { Totals } from './totals'

/** A row as the form holds it now: what is typed, and what stands against it. */
export type FormRow = { dry: DryRow; slip: string; carrier: Carrier; refusal: OperationRefusal | null }

/** What would happen, row by row, before anything does; shipments are typed or mended here. */
export function DryRunForm({ dry }: { dry: DryRun }) {
  const { t } = useTranslation('bulk')
  const { money } = useFormat()
  const id = useId()
  const { kind, carrierSetting } = dry
  const [rows, setRows] = useState(() => dry.rows.map((row) => begin(row, carriersFor(carrierSetting))))
  const type = (at: number, typed: Partial<Pick<FormRow, 'slip' | 'carrier'>>) =>
    setRows(
      rows.map((row, place) => {
        if (place !== at) return row
        const next = { ...row, ...typed }
        return { ...next, refusal: judgeTyped(row.dry.refusal, next, carrierSetting) }
      }),
    )
  const going = rows.filter(({ refusal }) => refusal === null)
  const yen = going.reduce((sum, { dry: { order } }) => sum + (order?.amount ?? 0), 0)
  const noSlip = going.filter(({ slip }) => normaliseSlip(slip).slipNumber === '').length
  return (
    <Form method="post" id={id} className="grid gap-4" noValidate>
      <input type="hidden" name="kind" value={kind} />
      <Totals kind={kind} rows={rows} />
      <Card flush>
        {kind === 'ship' ? (
          <ShipRows rows={rows} setting={carrierSetting} type={type} />
        ) : (
          <CaptureRows rows={rows} />
        )}
      </Card>
      <div className="flex flex-wrap items-start justify-end gap-2.5 max-md:*:flex-1">
        <SubmitButton intent="check" tone="default">
          {t('dry.again')}
        </SubmitButton>
        <Confirmation
          form={id}
          kind={kind}
          going={going.length}
          left={rows.length - going.length}
          amount={money(yen)}
          noSlip={noSlip}
        />
      </div>
    </Form>
  )
}

function begin(row: DryRow, offered: readonly Carrier[]): FormRow {
  const carrier = row.carrier ?? offered[0] ?? 'yamato'
  return { dry: row, slip: row.slipNumber ?? '', carrier, refusal: row.refusal }
}
