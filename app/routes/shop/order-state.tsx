import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import type { PaymentStatus } from '~/orders/statuses'
import type { ListedCards } from '~/shops/cards/list.server'
import { buttonStyle, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { VerdictBox } from '~/ui/verdict-box'
import { PaymentFields } from './payment-fields'

type Props = {
  order: { paymentStatus: PaymentStatus; paymentMethod: string; underWay: boolean; tried: boolean }
  /** Kuroneko's page for the card; null where the payment is not at that point. */
  cardPage: string | null
  /** What a further attempt can be paid by; null where there is none to make. */
  again: { cards: ListedCards | null } | null
  failure: { code: string; meaning: string } | null
  manageAt: string
  /** This order's own address. */
  at: string
}

/** What became of an order's payment, in a sentence, and the one thing to do next. */
export function OrderState({ order, cardPage, again, failure, manageAt, at }: Props) {
  const { t } = useTranslation('storefront')
  const { paymentStatus, paymentMethod, underWay } = order
  const thanks = `${t('order.thanks')} `
  if (paymentStatus === 'authorized') return <VerdictBox tone="go" title={thanks + t('order.paid')} />
  if (paymentStatus === 'captured') return <VerdictBox tone="go" title={t('order.captured')} />
  if (paymentStatus === 'cancelled') return <VerdictBox tone="info" title={t('order.cancelled')} />
  if (paymentStatus === 'authorization_expired') return <VerdictBox tone="no" title={t('order.expired')} />
  if (paymentMethod !== 'kuroneko_card') return <VerdictBox tone="go" title={thanks + t('order.bank')} />
  if (underWay) {
    return (
      <VerdictBox
        tone="look"
        title={t('order.checking')}
        end={
          <a href={at} className={buttonStyle({ size: 'sm' })}>
            {t('order.refresh')}
          </a>
        }
      >
        {t('order.checkingNext')}
      </VerdictBox>
    )
  }
  return (
    <>
      <Unpaid {...{ order, failure }} />
      {cardPage && (
        <Card>
          <div className="grid justify-items-start gap-3">
            <p>{t('order.waitingNext')}</p>
            <a href={cardPage} className={buttonStyle({ tone: 'primary' })}>
              {t('order.toCard')}
            </a>
          </div>
        </Card>
      )}
      {again && (
        <Card title={t('order.again')}>
          <Form method="post" reloadDocument className="grid gap-4">
            <PaymentFields form="checkout" cards={again.cards} chosen={null} manageAt={manageAt} onlyCard />
            <div>
              <SubmitButton>{t('order.again')}</SubmitButton>
            </div>
          </Form>
        </Card>
      )}
    </>
  )
}

function Unpaid({ order, failure }: Pick<Props, 'order' | 'failure'>) {
  const { t } = useTranslation('storefront')
  if (order.paymentStatus === 'failed') {
    return (
      <VerdictBox tone="no" title={t('order.failed')}>
        {failure && (
          <p>
            {failure.meaning} <span className="text-muted">{t('order.code', { code: failure.code })}</span>
          </p>
        )}
        <p>{t('order.failedNext')}</p>
      </VerdictBox>
    )
  }
  return <VerdictBox tone="look" title={order.tried ? t('order.left') : t('order.waiting')} />
}
