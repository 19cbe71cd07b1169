import { useState } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { BulkKind } from '~/orders/operations/bulk/items.server'
import { useScripted } from '~/routes/requests/new/use-scripted'
import { Button, buttonStyle, SubmitButton } from '~/ui/button'
import { ConfirmDialog } from '~/ui/dialog'
import { Consequences } from '../operations/consequences'

type Props = {
  /** The form's id. */
  form: string
  kind: BulkKind
  going: number
  /** Rows that stay as they are. */
  left: number
  /** All that is captured, written out. */
  amount: string
  noSlip: number
}

/** Names what will happen and what of it reaches Kuroneko, and waits for a yes. Without scripts it unfolds in the page. */
export function Confirmation(props: Props) {
  const { t } = useTranslation(['bulk', 'operations'])
  const scripted = useScripted()
  const [open, setOpen] = useState(false)
  const { form, kind, going } = props
  const question = t(kind === 'ship' ? 'operations:ship.question' : 'confirm.question')
  const check = t(`confirm.open.${kind}`, { count: going })
  const act = (
    <SubmitButton intent="run" form={form}>
      {t(`confirm.act.${kind}`, { count: going })}
    </SubmitButton>
  )
  if (!scripted && going > 0) {
    return (
      <details className="max-md:w-full">
        <summary className={buttonStyle({ tone: 'primary' })}>{check}</summary>
        <div className="mt-3 grid justify-items-end gap-2">
          <p className="font-bold">{question}</p>
          <WhatHappens {...props} />
          {act}
        </div>
      </details>
    )
  }
  return (
    <>
      <Button tone="primary" disabled={going === 0} onClick={() => setOpen(true)}>
        {check}
      </Button>
      <ConfirmDialog open={open} onOpenChange={setOpen} title={question} confirm={act}>
        <WhatHappens {...props} />
      </ConfirmDialog>
    </>
  )
}

function WhatHappens({ kind, going, left, amount, noSlip }: Props) {
  const { t } = useTranslation(['bulk', 'operations'])
  const skipped = left > 0 && {
    key: 'left',
    tone: 'careful' as const,
    words: t('confirm.left', { count: left }),
  }
  if (kind === 'ship') {
    return (
      <Consequences
        of={[
          { key: 'ship', tone: 'here', words: t('confirm.ship', { count: going }) },
          noSlip > 0 && { key: 'slip', tone: 'careful', words: t('confirm.noSlip', { count: noSlip }) },
          { key: 'kuroneko', tone: 'here', words: t('operations:ship.kuroneko') },
          skipped,
        ]}
      />
    )
  }
  return (
    <Consequences
      of={[
        { key: 'there', tone: 'reaches', words: t('confirm.capture', { count: going, amount }) },
        { key: 'shipping', tone: 'here', words: t('operations:capture.shipping') },
        { key: 'final', tone: 'careful', words: t('operations:capture.final') },
        skipped,
      ]}
    />
  )
}
