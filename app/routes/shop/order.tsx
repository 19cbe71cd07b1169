import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { languageOf, translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { cardPageUrl } from '~/kuroneko/card-page.server'
import { explainRefusal } from '~/kuroneko/explain'
import type { BoughtOrder } from '~/orders/buying/bought.server'
import { cardMemberOf } from '~/shops/cards/access-key.server'
import { Card } from '~/ui/card'
import { KeyValue } from '~/ui/key-value'
import { OrderNumber } from '~/ui/order-number'
import { Page } from '~/ui/page'
import { PaymentPill } from '~/ui/status-pills'
import { Time } from '~/ui/time'
import { pageTitle } from '~/ui/title'
import { payAgain } from './buy.server'
import { type Visited, visitShop } from './front.server'
import { OrderState } from './order-state'
import { ownOrder } from './own-order.server'
import { chosenIn, paymentOffer } from './payment.server'
import { Sums } from './sums'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const visited = await visitShop(args)
  const order = await ownOrder(args, visited)
  const { paymentStatus, paymentMethod, underWay, attempted, failure } = order
  const isOpen = paymentStatus === 'incomplete' || paymentStatus === 'failed'
  const byCard = isOpen && paymentMethod === 'kuroneko_card' && !underWay
  const language = languageOf(args.request)
  const code = failure?.errorCode
  return {
    title: translator(args.request)('storefront:order.title', { number: order.number }),
    order,
    home: visited.home,
    cardPage: byCard && !attempted ? await cardPage(visited, order, language) : null,
    again: byCard && attempted ? await paymentOffer(visited.front) : null,
    failure: code
      ? { code, meaning: explainRefusal({ ...failure, errorCode: code }, language).meaning }
      : null,
  }
}

/** Where the card is typed: at Kuroneko's, for this attempt, saved there if the buyer wants so. */
async function cardPage(
  { front, visit, origin, home, kuronekoUrl }: Visited,
  { number, kuronekoNumber, amount }: BoughtOrder,
  language: 'ja' | 'en',
): Promise<string> {
  const { chosen } = visit
  const save = chosen?.method === 'kuroneko_card' && 'save' in chosen.card && chosen.card.save
  const member = save ? await cardMemberOf(front) : null
  return cardPageUrl(kuronekoUrl, {
    ...{ traderCode: front.shop.traderCode, orderNumber: kuronekoNumber, amount, language },
    returnTo: `${origin}${home}/orders/${number}/card?attempt=${kuronekoNumber}`,
    ...(member && { member }),
  })
}

/** もう一度支払う */
export async function action(args: ActionFunctionArgs) {
  const visited = await visitShop(args)
  const order = await ownOrder(args, visited)
  const chosen = chosenIn(await args.request.formData(), visited.front)
  return chosen ? payAgain(args, visited, order, chosen) : visited.goTo(`/orders/${order.number}`)
}

/** An order after it was placed: what became of its payment, and what comes next. */
export default function Order() {
  const { t } = useTranslation('storefront')
  const { title, order, home, ...payment } = useLoaderData<typeof loader>()
  const { number, orderedAt, amount, paymentMethod, paymentStatus, deliveries, lines, shippingFee } = order
  const method = paymentMethod === 'bank_transfer' ? paymentMethod : 'kuroneko_card'
  return (
    <Page title={title} narrow>
      <OrderState
        order={order}
        manageAt={`${home}/checkout/cards`}
        at={`${home}/orders/${number}`}
        {...payment}
      />
      <Card>
        <KeyValue
          entries={[
            { key: t('order.number'), value: <OrderNumber strong>{number}</OrderNumber> },
            { key: t('order.at'), value: <Time at={orderedAt} /> },
            { key: t('order.payment'), value: t(`payment.${method}`) },
            { key: t('order.status'), value: <PaymentPill status={paymentStatus} /> },
            { key: t('order.destinations'), value: t('order.places', { count: deliveries.length }) },
          ]}
        />
      </Card>
      <Card title={t('sums.title')}>
        <Sums lines={lines} shipping={shippingFee} amount={amount} />
      </Card>
    </Page>
  )
}
