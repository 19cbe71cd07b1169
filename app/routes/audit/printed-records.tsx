import type { HistoryOrder } from '~/audit/history.server'
import type { HistoryEvent, Told } from '~/audit/history-event'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { type Label, paymentLabels, shippingLabels } from '~/orders/statuses'
import { tokyoFields } from '~/platform/tokyo'
import { changesBy } from './changes'
import { Facts } from './facts'
import { type Beside, DecidedOn, Written } from './history-entry'
import { Refusal, Sentence } from './sentence'

type Props = { order: HistoryOrder; events: readonly HistoryEvent[]; beside: Beside }

/** The records as a table whose head stands on every sheet, oldest first; no row is cut by the end of one. */
export function PrintedRecords({ order, events, beside }: Props) {
  const { t } = useTranslation('history')
  return (
    <table className="mt-4 w-full border-collapse text-sm print:text-[9.5pt]">
      <caption className="sr-only">{t('print.title')}</caption>
      <thead>
        <tr className="hidden print:table-row">
          <th colSpan={3} scope="colgroup" className="figures pb-1 text-right text-xs font-normal">
            {order.number} ・ {order.shop.name}
          </th>
        </tr>
        <tr className="border-b border-line-control text-left">
          <th scope="col" className="w-10 py-1 pr-2 text-right font-semibold">
            {t('print.number')}
          </th>
          <th scope="col" className="w-36 px-2 py-1 font-semibold">
            {t('print.time')}
          </th>
          <th scope="col" className="py-1 pl-2 font-semibold">
            {t('print.what')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...events].reverse().map((event) => (
          <tr key={event.id} className="border-b border-line-strong align-top print:break-inside-avoid">
            <td className="figures py-1.5 pr-2 text-right">{event.seq}</td>
            <td className="figures px-2 py-1.5">
              <Moment at={event.at} />
            </td>
            <td className="py-1.5 pl-2">
              <Row event={event} beside={beside} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Moment({ at }: { at: Date }) {
  const { day, second } = tokyoFields(at)
  return (
    <time dateTime={at.toISOString()}>
      {day} <span className="whitespace-nowrap">{second}</span>
    </time>
  )
}

function Row({ event: { id, told }, beside }: { event: HistoryEvent; beside: Beside }) {
  const { t } = useTranslation('audit')
  if (!told) return <p className="font-semibold">{t('unreadable')}</p>
  const follows = told.action === 'correction.approved'
  return (
    <>
      <p>
        <Sentence told={told} />
        <Refusal told={told} />
      </p>
      <ChangeInWords told={told} />
      <Written told={told} />
      <div className="flex flex-wrap gap-x-3 text-xs empty:hidden">
        {told.reference && <span className="figures">{told.reference}</span>}
        {!follows && <Facts told={told} beside={beside} />}
      </div>
      {!follows && <DecidedOn findings={beside.findings[id]} />}
    </>
  )
}

/** Before and after in words, for paper has no colours. */
function ChangeInWords({ told }: { told: Told }) {
  const { t } = useTranslation(['history', 'audit'])
  const language = useLanguage()
  const changes = changesBy(told)
  if (!changes) return null
  const say = (name: string, from: Label | null, to: Label) =>
    from
      ? t('history:print.change', { name, from: from[language], to: to[language] })
      : t('history:print.first', { name, to: to[language] })
  const { payment, deliveries } = changes
  return (
    <p className="font-semibold">
      {[
        ...(payment
          ? [
              say(
                t('audit:details.payment'),
                payment.from && paymentLabels[payment.from],
                paymentLabels[payment.to],
              ),
            ]
          : []),
        ...deliveries.map(({ place, from, to }) =>
          say(
            place === null
              ? t('audit:details.shipping')
              : t('audit:details.shippingOf', { number: String(place + 1) }),
            from && shippingLabels[from],
            shippingLabels[to],
          ),
        ),
      ].map((line) => (
        <span key={line} className="mr-4 inline-block">
          {line}
        </span>
      ))}
    </p>
  )
}
