import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { Chosen } from '~/orders/buying/checkout'
import type { ListedCards, ShownCard } from '~/shops/cards/list.server'

/** The two checkouts name the same things differently. */
export type CheckoutForm = 'checkout' | 'classic'

type Props = {
  form: CheckoutForm
  cards: ListedCards | null
  chosen: Chosen | null
  /** Where カード情報管理 is. */
  manageAt: string
  /** Orders that are paid again are paid by card. */
  onlyCard?: boolean
  error?: string | undefined
}

/** お支払い方法: saved cards with カード情報管理 below them, a new card, or 銀行振込. */
export function PaymentFields({ form, cards, chosen, manageAt, onlyCard = false, error }: Props) {
  const { t } = useTranslation('storefront')
  const listed = cards?.ok ? cards.cards : []
  const picked = pickedOf(chosen, listed)
  return (
    <div className="grid gap-4">
      {error && (
        <p role="alert" id="pay-error" className="font-semibold text-red">
          {error}
        </p>
      )}
      <fieldset className="grid gap-3 rounded-8 border border-line p-4">
        <legend className="px-1 font-bold">{t('payment.kuroneko_card')}</legend>
        {cards !== null && (
          <div className="grid gap-1 rounded-6 bg-ground p-3">
            <p className="font-semibold">{t(`${form}.savedCard`)}</p>
            {listed.map((card) => (
              <Choice key={card.id} value={`saved:${card.id}`} picked={picked}>
                <CardName card={card} />
              </Choice>
            ))}
            {cards.ok && listed.length === 0 && <p className="text-sm text-muted">{t('cards.none')}</p>}
            {!cards.ok && <p className="text-sm text-amber">{t('payment.unlisted')}</p>}
            <a href={manageAt} className="justify-self-end text-primary underline">
              {t(`${form}.manage`)}
            </a>
          </div>
        )}
        <div className="grid gap-1">
          <Choice value="new" picked={picked}>
            {t(`${form}.newCard`)}
          </Choice>
          <p className="pl-7 text-sm text-muted">{t('payment.newCardHint')}</p>
          {cards !== null && (
            <label className="flex min-h-9 items-start gap-2.5 py-1 pl-7">
              <input
                type="checkbox"
                name="save"
                className="mt-1 size-4 flex-none"
                defaultChecked={saves(chosen)}
              />
              {t(`${form}.save`)}
            </label>
          )}
        </div>
      </fieldset>
      {!onlyCard && (
        <fieldset className="grid gap-1 rounded-8 border border-line p-4">
          <legend className="px-1 font-bold">{t('payment.bank_transfer')}</legend>
          <Choice value="bank_transfer" picked={picked}>
            {t('payment.bank_transfer')}
          </Choice>
          <p className="pl-7 text-sm text-muted">{t('payment.bankHint')}</p>
        </fieldset>
      )}
    </div>
  )
}

function Choice({ value, picked, children }: { value: string; picked: string; children: ReactNode }) {
  return (
    <label className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11">
      <input
        type="radio"
        name="pay"
        value={value}
        defaultChecked={picked === value}
        className="size-4 flex-none"
        required
      />
      <span>{children}</span>
    </label>
  )
}

/** A saved card as its owner knows it. */
export function CardName({ card: { maskedNumber, expiry } }: { card: ShownCard }) {
  const { t } = useTranslation('storefront')
  return <span className="figures">{t('payment.card', { number: maskedNumber, expiry })}</span>
}

/** What was chosen before, as long as it is still offered; else the first saved card, else a new one. */
function pickedOf(chosen: Chosen | null, cards: ShownCard[]): string {
  if (chosen?.method === 'bank_transfer') return chosen.method
  if (chosen?.card.card === 'new') return 'new'
  const [first] = cards
  const same = cards.find(({ id }) => id === chosen?.card.card)
  const card = same ?? first
  return card ? `saved:${card.id}` : 'new'
}

function saves(chosen: Chosen | null): boolean {
  return chosen?.method === 'kuroneko_card' && 'save' in chosen.card && chosen.card.save
}
