import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CreditCard } from 'lucide-react'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
import { deleteCard } from '~/shops/cards/delete.server'
import { listCards, type ShownCard } from '~/shops/cards/list.server'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/title'
import { VerdictBox } from '~/ui/verdict-box'
import { notFound } from '../session.server'
import { visitShop } from './front.server'
import { CardName } from './payment-fields'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { front, home } = await visitShop(args)
  const listed = await listCards(front)
  if (!listed) throw notFound()
  return { title: translator(args.request)('storefront:cards.title'), home, listed }
}

/** 「このカードを削除する」: back in the payment step then, as the manual tells. */
export async function action(args: ActionFunctionArgs) {
  const { front, visit, goToWithToast } = await visitShop(args)
  const t = translator(args.request)
  if (!front.member || !front.shop.savesCards) throw notFound()
  const checked = (await args.request.formData()).getAll('card').map(String)
  if (checked.length === 0) return data({ problem: t('storefront:cards.nothing') }, 422)
  for (const id of checked) {
    const deleted = await deleteCard(front, id)
    if (!deleted.ok) return data({ problem: t(`storefront:cards.refusal.${deleted.refusal}`) }, 409)
  }
  const isGone = visit.chosen?.method === 'kuroneko_card' && checked.includes(visit.chosen.card.card)
  const message = t('storefront:cards.deleted')
  return goToWithToast('/checkout?step=2', { message }, isGone ? { chosen: null } : {})
}

/** カード情報管理 of Smart Checkout. */
export default function Cards() {
  const { t } = useTranslation('storefront')
  const { title, home, listed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const cards = listed.ok ? listed.cards : []
  const back = <LinkButton to={`${home}/checkout?step=2`}>{t('cards.back')}</LinkButton>
  return (
    <Page title={title} {...(cards.length > 0 && { lead: t('cards.lead') })} narrow>
      {answer && <VerdictBox tone="no" small title={<span role="alert">{answer.problem}</span>} />}
      {!listed.ok && <VerdictBox tone="look" small title={t('payment.unlisted')} />}
      {listed.ok && cards.length === 0 && (
        <Card>
          <EmptyState title={t('cards.none')} icon={CreditCard} action={back} />
        </Card>
      )}
      {cards.length > 0 && (
        <Card>
          <Form method="post" reloadDocument className="grid gap-4">
            <div className="grid gap-1">
              {cards.map((card) => (
                <Checkable key={card.id} card={card} />
              ))}
            </div>
            <div className="flex flex-wrap gap-2.5">
              <SubmitButton tone="danger">{t('cards.delete')}</SubmitButton>
              {back}
            </div>
          </Form>
        </Card>
      )}
    </Page>
  )
}

function Checkable({ card }: { card: ShownCard }) {
  const { t } = useTranslation('storefront')
  return (
    <label className="flex min-h-11 items-center gap-2.5">
      <input type="checkbox" name="card" value={card.id} disabled={card.inUse} className="size-4 flex-none" />
      <CardName card={card} />
      {card.inUse && <span className="text-sm text-muted">{t('cards.inUse')}</span>}
    </label>
  )
}
