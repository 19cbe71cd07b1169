import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { deleteCard } from '~/shops/cards/delete.server'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { notFound } from '../session.server'
import { buy } from './buy.server'
import { CardsModal } from './cards-modal'
import { Places } from './chosen'
import { visitShop } from './front.server'
import { chosenIn, paymentOffer } from './payment.server'
import { PaymentFields } from './payment-fields'
import { summary } from './summary.server'
import { Sums } from './sums'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const visited = await visitShop(args)
  const { front, visit, home, goTo } = visited
  if (!visit.buyer) throw await goTo('/first')
  const sums = await summary(visited)
  const offer = await paymentOffer(front)
  const managed = new URL(args.request.url).searchParams.get('cards')
  return {
    ...{ title: translator(args.request)('storefront:classic.secondTitle'), at: `${home}/second`, home },
    ...{ sums, offer, chosen: visit.chosen, places: visit.destinations },
    /** The modal is open at all, or asks about one card: a state of the address, so that it needs no script. */
    managed: offer.cards ? managed : null,
  }
}

/** 「注文する」, or the modal's 「OK」. */
export async function action(args: ActionFunctionArgs) {
  const visited = await visitShop(args)
  const { front, goTo, goToWithToast } = visited
  const t = translator(args.request)
  const form = await args.request.formData()
  if (form.get('intent') === 'delete') {
    if (!front.member || !front.shop.savesCards) throw notFound()
    const deleted = await deleteCard(front, String(form.get('card') ?? ''))
    if (deleted.ok) return goTo('/second?cards=list')
    const message = t(`storefront:cards.refusal.${deleted.refusal}`)
    return goToWithToast('/second?cards=list', { message, tone: 'bad' })
  }
  const chosen = chosenIn(form, front)
  if (chosen) return buy(args, visited, chosen, '/first')
  return data({ problem: t('storefront:error.payment') }, 422)
}

/** 【決済第二画面】 of the old checkout: how it is paid and sent, and the order itself. */
export default function Second() {
  const { t } = useTranslation('storefront')
  const { title, home, at, sums, offer, chosen, places, managed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (managed !== null && offer.cards) {
    return <CardsModal listed={offer.cards} asked={managed} at={at} title={title} />
  }
  return (
    <Page
      title={title}
      lead={t('classic.secondLead')}
      narrow
      end={
        <Link to={`${home}/checkout`} className="text-primary underline">
          {t('classic.toSmart')}
        </Link>
      }
    >
      <Card
        title={t('destination.title')}
        end={
          <Link to={`${home}/first`} className="text-sm text-primary underline">
            {t('classic.back')}
          </Link>
        }
      >
        <Places places={places} />
      </Card>
      <Card title={t('classic.choose')}>
        <Form method="post" reloadDocument className="grid gap-5">
          <section className="grid gap-3">
            <h3 className="font-bold">{t('classic.payments')}</h3>
            <PaymentFields
              form="classic"
              cards={offer.cards}
              chosen={chosen}
              manageAt={`${at}?cards=list`}
              error={answer?.problem}
            />
          </section>
          <section>
            <h3 className="font-bold">{t('classic.shipping')}</h3>
            <p>{t('classic.yamato')}</p>
          </section>
          <Sums {...sums} />
          <div className="grid justify-items-start gap-2">
            <SubmitButton intent="order">{t('checkout.order')}</SubmitButton>
            <p className="text-sm text-muted">{t('checkout.orderHint')}</p>
          </div>
        </Form>
      </Card>
    </Page>
  )
}
