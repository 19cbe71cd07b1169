import { useTranslation } from '~/i18n/use-translation'
import type { Chosen, Destination } from '~/orders/buying/checkout'

/** Where the goods go. */
export function Places({ places }: { places: Destination[] }) {
  return (
    <ul className="grid gap-1">
      {places.map(({ name, postalCode, address }) => (
        <li key={`${name}${postalCode}${address}`}>
          <b>{name}</b> 〒{postalCode} {address}
        </li>
      ))}
    </ul>
  )
}

/** How it is to be paid. */
export function ChosenPayment({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('storefront')
  if (chosen.method === 'bank_transfer') return t('payment.bank_transfer')
  const { card } = chosen
  return (
    <>
      <p>{t('payment.kuroneko_card')}</p>
      <p className="text-sm text-muted">
        {card.card === 'new'
          ? t('payment.chosenNew')
          : t('payment.chosenSaved', { last: card.card.slice(0, 4) })}
        {'save' in card && card.save && ` · ${t('payment.willSave')}`}
      </p>
    </>
  )
}
