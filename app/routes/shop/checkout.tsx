import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { SubmitButton } from '~/ui/button'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { AddressFields } from './address'
import { askAgain, openAddress, readAddress } from './address.server'
import { buy } from './buy.server'
import { ChosenPayment, Places } from './chosen'
import { visitShop } from './front.server'
import { chosenIn, paymentOffer } from './payment.server'
import { PaymentFields } from './payment-fields'
import { StepCard } from './step-card'
import { type CheckoutStep, stepAt, summary } from './summary.server'
import { Sums } from './sums'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const visited = await visitShop(args)
  const { front, visit, home } = visited
  const sums = await summary(visited)
  const step = stepAt(new URL(args.request.url).searchParams.get('step'), visit)
  return {
    ...{ title: translator(args.request)('storefront:checkout.title'), home, step, sums },
    ...{ chosen: visit.chosen, places: visit.destinations },
    address: step === 1 ? openAddress(visit, front) : null,
    offer: step === 2 ? await paymentOffer(front) : null,
  }
}

/** Each step's form; the last one places the order. */
export async function action(args: ActionFunctionArgs) {
  const visited = await visitShop(args)
  const { front, visit, goTo } = visited
  const form = await args.request.formData()
  const intent = form.get('intent')
  if (intent === 'order') {
    return visit.chosen ? buy(args, visited, visit.chosen, '/checkout') : goTo('/checkout?step=2')
  }
  if (intent === 'payment') {
    const chosen = chosenIn(form, front)
    if (chosen) return goTo('/checkout?step=3', { chosen })
    return data({ payment: translator(args.request)('storefront:error.payment') }, 422)
  }
  const read = readAddress(form)
  if (!read.ok) return askAgain(read)
  return goTo(visit.chosen ? '/checkout?step=3' : '/checkout?step=2', {
    ...{ buyer: read.buyer, destinations: read.destinations },
  })
}

/** Smart Checkout: お届け先, お支払い方法 and 確認 below each other on one page, one of them open. */
export default function Checkout() {
  const { t } = useTranslation('storefront')
  const { title, home, step, sums, chosen, places, address, offer } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer && 'form' in answer ? answer.form : address
  const at = (number: CheckoutStep) => `${home}/checkout?step=${number}`
  return (
    <Page
      title={title}
      lead={t('checkout.lead')}
      narrow
      end={
        <Link to={`${home}/first`} className="text-primary underline">
          {t('checkout.toClassic')}
        </Link>
      }
    >
      <StepCard
        {...{ step: 1, current: step, title: t('destination.title'), at: at(1) }}
        changeLabel={t('checkout.changeDestination')}
        done={<Places places={places} />}
      >
        {form && (
          <Form method="post" reloadDocument noValidate className="grid gap-5">
            {/* The first button of a form is what Enter presses. */}
            <button type="submit" name="intent" value="address" hidden tabIndex={-1} />
            <AddressFields form={form} />
            <div>
              <SubmitButton intent="address">{t('checkout.next')}</SubmitButton>
            </div>
          </Form>
        )}
      </StepCard>
      <StepCard
        {...{ step: 2, current: step, title: t('checkout.payment'), at: at(2) }}
        changeLabel={t('checkout.changePayment')}
        done={chosen && <ChosenPayment chosen={chosen} />}
      >
        {offer && (
          <Form method="post" reloadDocument className="grid gap-4">
            <PaymentFields
              form="checkout"
              cards={offer.cards}
              chosen={chosen}
              manageAt={`${home}/checkout/cards`}
              error={answer && 'payment' in answer ? answer.payment : undefined}
            />
            <div>
              <SubmitButton intent="payment">{t('checkout.next')}</SubmitButton>
            </div>
          </Form>
        )}
      </StepCard>
      <StepCard {...{ step: 3, current: step, title: t('checkout.confirm'), at: at(3) }} done={null}>
        <Form method="post" reloadDocument className="grid gap-4">
          <Sums {...sums} />
          <div className="grid justify-items-start gap-2">
            <SubmitButton intent="order">{t('checkout.order')}</SubmitButton>
            <p className="text-sm text-muted">{t('checkout.orderHint')}</p>
          </div>
        </Form>
      </StepCard>
    </Page>
  )
}
