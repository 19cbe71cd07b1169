import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { Operation } from '~/orders/operations/allowed'
import { LinkButton, SubmitButton } from '~/ui/button'
import { usePanelAddress } from './panels'

/** A question whose panel has said all that will happen: the yes, and the way back. */
export function PlainForm({
  intent,
  version,
  confirm,
  tone = 'primary',
  children,
}: {
  intent: Operation
  version: number
  confirm: string
  tone?: 'primary' | 'danger'
  children: ReactNode
}) {
  const { t } = useTranslation('common')
  const address = usePanelAddress()
  return (
    <Form method="post" className="grid gap-4">
      <input type="hidden" name="version" value={version} />
      {children}
      <div className="flex flex-wrap justify-end gap-2.5 max-md:*:flex-1">
        <LinkButton to={address(null)}>{t('cancel')}</LinkButton>
        <SubmitButton intent={intent} tone={tone}>
          {confirm}
        </SubmitButton>
      </div>
    </Form>
  )
}
