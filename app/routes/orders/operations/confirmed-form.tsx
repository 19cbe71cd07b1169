import { Form } from '@remix-run/react'
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useScripted } from '~/routes/requests/new/use-scripted'
import { buttonStyle, LinkButton, SubmitButton } from '~/ui/button'
import { ConfirmDialog } from '~/ui/dialog'
import type { PanelProps } from './panels'
import { usePanelAddress } from './panels'

type Props = Pick<PanelProps, 'standing' | 'refused'> & {
  intent: NonNullable<PanelProps['refused']>['operation']
  /** On the button that asks. */
  check: string
  question: string
  /** What will happen, named before the yes. */
  consequences: ReactNode
  confirm: string
  tone?: 'primary' | 'danger'
  /** Whether what was typed is right; says at the fields what is not. */
  isReady?: () => Promise<boolean>
  children: ReactNode
}

/** A form that asks before it is sent: 確認, then the question, then the act. Without scripts the question unfolds in the page. */
export function ConfirmedForm({ intent, check, question, consequences, confirm, ...props }: Props) {
  const { standing, refused, tone = 'primary', isReady, children } = props
  const { t } = useTranslation('common')
  const address = usePanelAddress()
  const scripted = useScripted()
  const id = useId()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (refused) setOpen(false)
  }, [refused])

  async function ask(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (submitter?.getAttribute('value') === intent) return
    event.preventDefault()
    if (!isReady || (await isReady())) setOpen(true)
  }
  const act = (
    <SubmitButton intent={intent} tone={tone} form={id}>
      {confirm}
    </SubmitButton>
  )
  return (
    <Form method="post" id={id} className="grid gap-4" noValidate onSubmit={scripted ? ask : undefined}>
      <input type="hidden" name="version" value={standing.version} />
      {children}
      <div className="flex flex-wrap items-start justify-end gap-2.5 max-md:*:flex-1">
        <LinkButton to={address(null)}>{t('cancel')}</LinkButton>
        {scripted ? (
          <button type="submit" className={buttonStyle({ tone: 'primary' })}>
            {check}
          </button>
        ) : (
          <details className="max-md:w-full">
            <summary className={buttonStyle({ tone: 'primary' })}>{check}</summary>
            <div className="mt-3 grid justify-items-end gap-2">
              <p className="font-bold">{question}</p>
              {consequences}
              {act}
            </div>
          </details>
        )}
      </div>
      <ConfirmDialog open={open} onOpenChange={setOpen} title={question} confirm={act}>
        {consequences}
      </ConfirmDialog>
    </Form>
  )
}
