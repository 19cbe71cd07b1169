import { Form } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import type { RequestDetail } from '~/corrections/detail.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Avatar } from '~/ui/avatar'
import { LinkButton, SubmitButton } from '~/ui/button'
import { HelpLink } from '~/ui/help-link'
import { Icon } from '~/ui/icon'
import { OrderNumber } from '~/ui/order-number'
import { StatePill } from '~/ui/status-pills'
import { Time } from '~/ui/time'
import { useDeskAddress } from './queue-list'

export function DetailHead({ detail, viewer }: { detail: RequestDetail; viewer: { id: string } }) {
  const { request, actions } = detail
  const { t } = useTranslation('desk')
  const { money } = useFormat()
  const address = useDeskAddress()
  return (
    <header className="grid gap-2">
      <span className="md:hidden">
        <LinkButton to={address()} size="sm" tone="quiet" icon={<Icon of={ArrowLeft} />}>
          {t('back')}
        </LinkButton>
      </span>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-lg font-bold">
            <OrderNumber>{request.number}</OrderNumber>
          </h2>
          <p className="flex flex-wrap gap-x-3.5 text-sm text-muted">
            <span>{request.reference}</span>
            <span>{request.shop.name}</span>
            {request.order && <span>{money(request.order.amount)}</span>}
            {request.order && <span>{t('meta.deliveries', { count: request.order.deliveries.length })}</span>}
            <span>
              {t('meta.filed')} <Time at={request.filedAt} />
            </span>
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2 md:ml-auto">
          <StatePill state={request.state} />
          {request.assignee && (
            <span className="flex items-center gap-1.5 text-sm">
              <Avatar name={request.assignee.name} />
              {request.assignee.name}
            </span>
          )}
          <Form method="post" className="flex gap-2">
            {actions.includes('release') && request.assignee?.id === viewer.id && (
              <SubmitButton intent="release" tone="default" size="sm">
                {t('decide.release')}
              </SubmitButton>
            )}
            {actions.includes('claim') && request.assignee && (
              <SubmitButton intent="claim" tone="default" size="sm">
                {t('decide.takeOver')}
              </SubmitButton>
            )}
          </Form>
          {actions.includes('withdraw') && (
            <LinkButton
              to={address(request.reference, { do: 'withdraw' })}
              size="sm"
              tone="quiet"
              preventScrollReset
            >
              {t('decide.withdraw')}
            </LinkButton>
          )}
          <HelpLink to="/help/rules" />
        </div>
      </div>
    </header>
  )
}
