import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Button, LinkButton } from './button'
import { OrderNumber } from './order-number'

type Kind = 'notFound' | 'crossSite' | 'failed' | 'offline'

/** For an `ErrorBoundary`: what happened, what was kept, what to do next. `id` is what the log calls this failure. */
export function ErrorPage({ id }: { id?: string }) {
  const { t } = useTranslation('errors')
  const kind = kindOf(useRouteError())
  const title = t(`${kind}.title`)
  useEffect(() => {
    document.title = `${title} · Mitame`
  }, [title])
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-4 px-4 py-12 text-base md:px-6">
      <h1 className="text-xl font-bold">{title}</h1>
      <div className="grid gap-1.5">
        <p>{t(`${kind}.what`)}</p>
        <p className="text-muted">{t(`${kind}.kept`)}</p>
        <p>{t(`${kind}.next`)}</p>
      </div>
      {kind === 'failed' && id && (
        <p className="text-sm text-muted">
          {t('failed.id')}: <OrderNumber>{id}</OrderNumber>
        </p>
      )}
      <div className="flex flex-wrap gap-2.5">
        {kind === 'failed' || kind === 'offline' ? (
          <Button tone="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        ) : null}
        <LinkButton to="/">{t('home')}</LinkButton>
      </div>
    </div>
  )
}

/** A 403 is only ever answered to another site's form: what one may not see answers 404. */
function kindOf(error: unknown): Kind {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) return 'notFound'
    return error.status === 403 ? 'crossSite' : 'failed'
  }
  return isUnreachable(error) ? 'offline' : 'failed'
}

/** `fetch` reports a server that does not answer as a TypeError, worded differently by each browser. */
function isUnreachable(error: unknown): boolean {
  if (typeof navigator !== 'undefined' && navigator.onLine === false) return true
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message)
}
