import { Printer, ScrollText } from 'lucide-react'
import { Trans } from 'react-i18next'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { OrderNumber } from '~/ui/order-number'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { Tabs } from '~/ui/tabs'
import { ArchivedNotice } from './archived-notice'
import { AsOfBanner } from './as-of-banner'
import { AsOfCards } from './as-of-card'
import { AsOfForm } from './as-of-form'
import { EraseLink } from './erase-link'
import { OrderTimeline } from './history'
import { historyAddress } from './order-address'
import type { OrderHistoryView } from './order-view.server'
import { Verified } from './verified'

/** One order's history on screen. */
export function OrderPage({ loaded }: { loaded: OrderHistoryView }) {
  const { t } = useTranslation(['audit', 'history'])
  const { money } = useFormat()
  const { order, asOf, view, beside } = loaded
  const past = asOf?.kind === 'then' ? asOf : null
  const amount = asOf ? (past?.amount ?? null) : order.amount
  return (
    <Page
      title={
        <Trans
          t={t}
          i18nKey="audit:order.title"
          values={{ number: order.number }}
          components={{ number: <OrderNumber>{order.number}</OrderNumber> }}
        />
      }
      meta={
        <>
          <span>{order.shop.name}</span>
          {amount !== null && <span>{money(amount)}</span>}
          <span>{t('audit:order.events', { count: order.eventSeq })}</span>
        </>
      }
      end={
        <>
          {loaded.mayErase && <EraseLink to={historyAddress(order).replace('?', '/erase?')} />}
          <LinkButton to={historyAddress(order, { ...view, print: true })} icon={<Icon of={Printer} />}>
            {t('history:print.open')}
          </LinkButton>
          <LinkButton to={historyAddress(order).replace('/audit', '')}>{t('audit:order.order')}</LinkButton>
        </>
      }
    >
      {asOf ? (
        <AsOfBanner order={order} then={asOf} view={view} />
      ) : (
        <Verified
          verified={loaded.verified}
          seal={loaded.seal}
          events={order.eventSeq}
          check={historyAddress(order, { ...view, verify: true })}
        />
      )}
      <AsOfForm order={order} view={view} wrong={loaded.wrongMoment} />
      {past && <AsOfCards then={past} requests={beside.requests} />}
      {asOf?.kind !== 'before' && <Records loaded={loaded} />}
      <ArchivedNotice month={loaded.archived} />
    </Page>
  )
}

function Records({ loaded: { order, events, older, view, beside } }: { loaded: OrderHistoryView }) {
  const { t } = useTranslation(['audit', 'history'])
  const { before, ...whole } = view
  const only = view.kind === 'status'
  const tab = (kind: 'status' | undefined) => ({
    to: historyAddress(order, { at: view.at, kind }),
    label: t(kind ? 'history:filter.status' : 'history:filter.all'),
    current: view.kind === kind,
  })
  return (
    <>
      <Card flush>
        <h2 className="sr-only">{t('audit:order.timeline')}</h2>
        <Tabs label={t('history:filter.label')} tabs={[tab(undefined), tab('status')]} />
        {events.length === 0 ? (
          <EmptyState title={t(only ? 'history:filter.empty' : 'audit:order.empty')} icon={ScrollText}>
            {t(only ? 'history:filter.emptyHint' : 'audit:order.emptyHint')}
          </EmptyState>
        ) : (
          <OrderTimeline order={order} events={events} beside={beside} />
        )}
      </Card>
      {(older !== null || before !== undefined) && (
        <p className="hidden text-xs print:block">{t('history:print.cutHint')}</p>
      )}
      <Pager
        previous={before === undefined ? null : historyAddress(order, whole)}
        next={older === null ? null : historyAddress(order, { ...whole, before: older })}
      />
    </>
  )
}
