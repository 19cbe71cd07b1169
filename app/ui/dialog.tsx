import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Button } from './button'
import { Icon } from './icon'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  children: ReactNode
  /** The buttons, the one that acts last. */
  actions?: ReactNode
  /** Asks before something that cannot be taken back; does not close by a click beside it. */
  alert?: boolean
}

/** A question or a form above the page; on a phone it comes from below. */
export function Dialog({ open, onOpenChange, title, children, actions, alert = false }: DialogProps) {
  const { t } = useTranslation()
  return (
    <I18nProvider locale={useLanguage()}>
      <ModalOverlay
        isOpen={open}
        onOpenChange={onOpenChange}
        isDismissable={!alert}
        className="fixed inset-0 z-40 grid items-end justify-items-center bg-black/45 sm:items-center sm:p-4"
      >
        <Modal className="max-h-[90dvh] w-full animate-arrive overflow-y-auto rounded-t-12 bg-raised shadow-high sm:max-w-lg sm:rounded-12">
          <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className="grid gap-3 p-5 outline-none">
            <div className="flex items-start gap-3">
              <Heading slot="title" className="text-lg font-bold">
                {title}
              </Heading>
              <span className="-mt-1 -mr-2 ml-auto">
                <Button size="sm" tone="quiet" aria-label={t('close')} onClick={() => onOpenChange(false)}>
                  <Icon of={X} />
                </Button>
              </span>
            </div>
            {children}
            {actions && (
              <div className="mt-2 flex flex-wrap justify-end gap-2.5 max-sm:*:flex-1">{actions}</div>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}

export type ConfirmDialogProps = Omit<DialogProps, 'actions' | 'alert'> & {
  /** The button that does it, naming what happens; a submit button of the form given as its `form`, say. */
  confirm: ReactNode
}

/** Names what is about to happen, and waits for a yes. */
export function ConfirmDialog({ confirm, onOpenChange, ...rest }: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      {...rest}
      alert
      onOpenChange={onOpenChange}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          {confirm}
        </>
      }
    />
  )
}
