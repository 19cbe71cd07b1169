import { Printer } from 'lucide-react'
import { formatSecond } from '~/i18n/format'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { shownWords } from '~/orders/shown-words'
import { Button, LinkButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { type Entry, KeyValue } from '~/ui/key-value'
import { ArchivedNotice } from './archived-notice'
import { momentWords, type Past } from './as-of-banner'
import { EvidenceOf, RequestsOf } from './as-of-card'
import type { RequestsAddress } from './history-entry'
import { historyAddress } from './order-address'
import type { OrderHistoryView } from './order-view.server'
import { PrintedEnd } from './printed-end'
import { PrintedRecords } from './printed-records'

type Printed = NonNullable<OrderHistoryView['print']>

/** An order's history for an auditor's file: A4, without colour, all in words, oldest first. */
export function PrintedHistory({ loaded, printed }: { loaded: OrderHistoryView; printed: Printed }) {
  const { t } = useTranslation('history')
  const { order, events, older, view } = loaded
  return (
    <div className="mx-auto grid w-full max-w-[210mm] gap-4 px-4 py-5 print:block print:max-w-none print:p-0">
      <div className="flex flex-wrap items-center gap-2.5 print:hidden">
        <Button tone="primary" icon={<Icon of={Printer} />} onClick={() => window.print()}>
          {t('print.print')}
        </Button>
        <LinkButton to={historyAddress(order, view)}>{t('print.back')}</LinkButton>
        <p className="text-sm text-muted">{t('print.hint')}</p>
      </div>
      <article className="rounded-8 border border-line bg-surface p-6 print:border-0 print:p-0">
        <h1 className="text-lg font-bold">{t('print.title')}</h1>
        <div className="mt-3 border-y border-line-strong py-3">
          <Head loaded={loaded} printed={printed} />
        </div>
        {older !== null && <p className="mt-3 font-semibold">{t('print.cut', { count: events.length })}</p>}
        <PrintedRecords order={order} events={events} beside={loaded.beside} />
        <ArchivedNotice month={loaded.archived} />
        <PrintedEnd loaded={loaded} />
      </article>
    </div>
  )
}

function Head({ loaded, printed }: { loaded: OrderHistoryView; printed: Printed }) {
  const { t } = useTranslation('history')
  const { money } = useFormat()
  const { order, asOf, events, view } = loaded
  const past = asOf?.kind === 'then' ? asOf : null
  const amount = asOf ? (past?.amount ?? null) : order.amount
  const count = t('print.eventsOf', { count: events.length })
  const entries: Entry[] = [
    { key: t('print.order'), value: <span className="figures font-bold">{order.number}</span> },
    { key: t('print.shop'), value: `${order.shop.name} (${order.shop.code})` },
    { key: t('print.amount'), value: amount === null ? t('asOf.nothing') : money(amount) },
    { key: t('print.events'), value: view.kind ? `${count} ・ ${t('print.only')}` : count },
    { key: t('print.asOf'), value: asOf ? momentWords(asOf.at) : t('print.present') },
    ...usePastEntries(past, loaded.beside.requests),
    {
      key: t('print.printed'),
      value: t('print.printedBy', { at: formatSecond(printed.at), name: printed.by }),
    },
  ]
  return (
    <>
      <KeyValue entries={entries} />
      {asOf?.kind === 'before' && (
        <p className="mt-2 font-semibold">
          {t('asOf.before', { at: momentWords(asOf.at) })}{' '}
          {asOf.first && t('asOf.beforeDetail', { first: formatSecond(asOf.first) })}
        </p>
      )}
    </>
  )
}

/** What was shown then, and what was known. */
function usePastEntries(past: Past | null, requests: RequestsAddress): Entry[] {
  const { t } = useTranslation('history')
  const { language } = useFormat()
  if (!past) return []
  const { shown, evidence, drift, at } = past
  return [
    { key: t('asOf.shown'), value: shown ? shownWords(language, shown) : t('asOf.nothing') },
    { key: t('asOf.evidence'), value: <EvidenceOf evidence={evidence} at={at} /> },
    {
      key: t('asOf.drift'),
      value: drift ? t('asOf.driftSince', { since: formatSecond(drift.since) }) : t('asOf.noDrift'),
    },
    { key: t('asOf.requests'), value: <RequestsOf then={past} requests={requests} /> },
  ]
}
