import { Form } from '@remix-run/react'
import { useId, useState } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Button, buttonStyle, SubmitButton } from '~/ui/button'
import { ConfirmDialog } from '~/ui/dialog'
import { useScripted } from '../new/use-scripted'

/** Taking the request back: asks first. Without JavaScript the question unfolds in the page. */
export function Withdraw({ reference }: { reference: string }) {
  const { t } = useTranslation('requests')
  const scripted = useScripted()
  const [open, setOpen] = useState(false)
  const form = useId()
  const confirm = (
    <SubmitButton intent="withdraw" tone="danger" form={form}>
      {t('withdraw.confirm')}
    </SubmitButton>
  )
  return (
    <Form method="post" id={form}>
      {scripted ? (
        <Button tone="danger" onClick={() => setOpen(true)}>
          {t('withdraw.button')}
        </Button>
      ) : (
        <details>
          <summary className={buttonStyle({ tone: 'danger' })}>{t('withdraw.button')}</summary>
          <div className="mt-2 grid justify-items-start gap-2">
            <p>{t('withdraw.text')}</p>
            {confirm}
          </div>
        </details>
      )}
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('withdraw.title', { reference })}
        confirm={confirm}
      >
        <p>{t('withdraw.text')}</p>
      </ConfirmDialog>
    </Form>
  )
}
