import { useNavigation } from '@remix-run/react'
import { Download, Hourglass, SearchX } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { LogList } from '../log-list'
import type { Search } from './load.server'

/** What was found and how many there are; or that there is nothing, or no time, and what to loosen. */
export function Results({ found, count, narrowed, filter, requests, exportTo }: Search) {
  const { t } = useTranslation('audit-search')
  const { state, location } = useNavigation()
  const searching = state === 'loading' && location.pathname === '/audit'
  const title = narrowed ? t('results') : t('latest')
  return (
    <div aria-busy={searching} className={searching ? 'opacity-55 transition-opacity delay-150' : undefined}>
      {!found.ended && (
        <Card title={title} flush>
          <EmptyState title={t('slow.title')} icon={Hourglass}>
            {t('slow.hint')}
          </EmptyState>
        </Card>
      )}
      {found.ended && found.entries.length === 0 && narrowed && (
        <Card title={title} flush>
          <EmptyState title={t('none.title')} icon={SearchX}>
            {t('none.hint')}
          </EmptyState>
        </Card>
      )}
      {found.ended && (found.entries.length > 0 || !narrowed) && (
        <LogList
          entries={found.entries}
          requests={requests}
          title={title}
          words={filter.words}
          end={
            <>
              <Count count={count} />
              <LinkButton to={exportTo} size="sm" icon={<Icon of={Download} />}>
                {t('export')}
              </LinkButton>
            </>
          }
        />
      )}
    </div>
  )
}

function Count({ count }: Pick<Search, 'count'>) {
  const { t } = useTranslation('audit-search')
  return (
    <span role="status" className="figures text-sm">
      {count.kind === 'exact' ? t('count.exact', { count: count.count }) : t(`count.${count.kind}`)}
    </span>
  )
}
