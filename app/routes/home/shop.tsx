import { FilePenLine } from 'lucide-react'
import type { ShopStart as Loaded } from '~/corrections/start.server'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { VerdictBox } from '~/ui/verdict-box'
import { Words } from '~/ui/words'
import { RequestList } from './request-list'
import { SeeAll } from './see-all'
import type { StartFor } from './start.server'

/** A shop's start page: answer what was asked, file, follow. */
export function ShopStart({ start, near, drifts }: StartFor<'shop'>) {
  const { t } = useTranslation(['home', 'common'])
  return (
    <Page
      title={t('home:title')}
      lead={t('home:merchant.lead')}
      meta={t('common:cosmetic')}
      end={
        <LinkButton to="/requests/new" tone="primary" icon={<Icon of={FilePenLine} />}>
          {t('home:merchant.file')}
        </LinkButton>
      }
    >
      {start.asked.length > 0 && <Asked start={start} />}
      {drifts > 0 && <Drifts count={drifts} />}
      {near.count > 0 && <NearLimit near={near} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Open start={start} />
        <Results start={start} />
      </div>
    </Page>
  )
}

function Asked({ start: { asked, counts } }: { start: Loaded }) {
  const { t } = useTranslation(['home', 'common'])
  const title = (
    <>
      {t('home:merchant.asked')}{' '}
      <span className="text-amber">{t('common:items', { count: counts.waiting })}</span>
    </>
  )
  return (
    <Card title={title} end={<SeeAll to="/requests?view=waiting" />} flush>
      <RequestList
        label={t('home:merchant.asked')}
        rows={asked}
        base="/requests"
        detail={({ messages: [question] }) =>
          question && (
            <span className="line-clamp-2 basis-full text-sm text-ink">
              <span className="sr-only">{t('home:merchant.question')} </span>
              <Words words={question.body} />
            </span>
          )
        }
      />
    </Card>
  )
}

function Drifts({ count }: { count: number }) {
  const { t } = useTranslation('home')
  return (
    <VerdictBox
      tone="look"
      small
      title={t('merchant.driftTitle', { count })}
      end={
        <LinkButton to="/orders/drift" size="sm">
          {t('merchant.driftSee')}
        </LinkButton>
      }
    >
      {t('merchant.drift')}
    </VerdictBox>
  )
}

function NearLimit({ near: { count, from, to } }: { near: StartFor<'shop'>['near'] }) {
  const { t } = useTranslation('home')
  const orders = `/orders?${new URLSearchParams({ payment: 'authorized', from, to })}`
  return (
    <VerdictBox
      tone="look"
      small
      title={t('merchant.nearTitle', { count })}
      end={
        <LinkButton to={orders} size="sm">
          {t('merchant.nearSee')}
        </LinkButton>
      }
    >
      {t('merchant.near')}
    </VerdictBox>
  )
}

function Open({ start: { open } }: { start: Loaded }) {
  const { t } = useTranslation('home')
  return (
    <Card title={t('merchant.open')} end={<SeeAll to="/requests?view=open" />} flush>
      {open.length === 0 ? (
        <EmptyState title={t('merchant.openNone')}>{t('merchant.openNoneWhat')}</EmptyState>
      ) : (
        <RequestList
          label={t('merchant.open')}
          rows={open}
          base="/requests"
          detail={({ state }) => t(`next.${state}`)}
        />
      )}
    </Card>
  )
}

function Results({ start: { results } }: { start: Loaded }) {
  const { t } = useTranslation('home')
  return (
    <Card title={t('merchant.results')} end={<SeeAll to="/requests?view=closed" />} flush>
      {results.length === 0 ? (
        <EmptyState title={t('merchant.resultsNone')}>{t('merchant.resultsNoneWhat')}</EmptyState>
      ) : (
        <RequestList
          label={t('merchant.results')}
          rows={results}
          base="/requests"
          detail={({ state }) => t(`next.${state}`)}
        />
      )}
    </Card>
  )
}
