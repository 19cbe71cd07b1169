import { Form, Link } from '@remix-run/react'
import { X } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import type { ListedCards, ShownCard } from '~/shops/cards/list.server'
import { buttonStyle, LinkButton, SubmitButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { CardName } from './payment-fields'

type Props = {
  listed: ListedCards
  /** `list`, or the card about which 「削除してもよろしいですか?」 is asked. */
  asked: string
  /** The payment page, which × leads back to. */
  at: string
  title: string
}

/** カード情報管理 of the old checkout: a modal in front of the payment page. */
export function CardsModal({ listed, asked, at, title }: Props) {
  const { t } = useTranslation('storefront')
  const cards = listed.ok ? listed.cards : []
  const chosen = cards.find(({ id }) => id === asked)
  return (
    <div className="grid min-h-dvh content-start justify-items-center gap-6 bg-black/45 px-4 py-8">
      <h1 className="sr-only">{title}</h1>
      <dialog
        open
        role={chosen ? 'alertdialog' : 'dialog'}
        aria-modal="true"
        aria-labelledby="cards-title"
        className="static m-0 grid w-full max-w-lg gap-4 rounded-12 bg-raised p-5 text-ink shadow-high"
      >
        <div className="flex items-start gap-3">
          <h2 id="cards-title" className="text-lg font-bold">
            {t('cards.title')}
          </h2>
          <Link
            to={at}
            aria-label={t('classic.close')}
            className={`${buttonStyle({ tone: 'quiet', size: 'sm' })} -mt-1 -mr-2 ml-auto`}
          >
            <Icon of={X} />
          </Link>
        </div>
        {chosen ? <Sure card={chosen} at={at} /> : <List listed={listed} at={at} />}
      </dialog>
    </div>
  )
}

function List({ listed, at }: { listed: ListedCards; at: string }) {
  const { t } = useTranslation('storefront')
  if (!listed.ok) return <p className="text-amber">{t('payment.unlisted')}</p>
  if (listed.cards.length === 0) return <p role="status">{t('cards.none')}</p>
  return (
    <ul className="grid">
      {listed.cards.map((card) => (
        <li
          key={card.id}
          className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-2"
        >
          <CardName card={card} />
          {card.inUse ? (
            <span className="text-sm text-muted">{t('cards.inUse')}</span>
          ) : (
            <LinkButton
              size="sm"
              tone="danger"
              to={`${at}?cards=${card.id}`}
              aria-label={t('classic.deleteOf', { card: card.maskedNumber })}
            >
              {t('classic.delete')}
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  )
}

function Sure({ card, at }: { card: ShownCard; at: string }) {
  const { t } = useTranslation('storefront')
  return (
    <Form method="post" action={at} reloadDocument className="grid gap-4">
      <input type="hidden" name="card" value={card.id} />
      <p>
        <CardName card={card} />
      </p>
      <p className="text-base font-bold">{t('classic.sure')}</p>
      <div className="flex flex-wrap justify-end gap-2.5">
        <LinkButton to={`${at}?cards=list`}>{t('classic.cancel')}</LinkButton>
        <SubmitButton intent="delete">{t('classic.ok')}</SubmitButton>
      </div>
    </Form>
  )
}
