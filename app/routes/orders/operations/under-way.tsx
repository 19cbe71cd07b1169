import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { formatMinute } from '~/i18n/format'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { UnderWay } from '~/orders/operations/standing.server'
import { LinkButton } from '~/ui/button'
import { VerdictBox } from '~/ui/verdict-box'
import { usePanelAddress } from './panels'

const everyMs = 3_000

/** What waits for Kuroneko, and since when. The page looks again by itself until the result is there. */
export function UnderWayBox({ underWay: { kind, since, by, amount } }: { underWay: UnderWay }) {
  const { t } = useTranslation('operations')
  const { money } = useFormat()
  const address = usePanelAddress()
  useLookAgain()
  return (
    <div role="status">
      <VerdictBox
        tone="info"
        title={t('underWay.title')}
        end={
          <LinkButton to={address(null)} size="sm" replace>
            {t('underWay.reload')}
          </LinkButton>
        }
      >
        <p className="flex flex-wrap gap-x-3">
          <span>{t('underWay.what', { operation: t(`name.${kind}`), time: formatMinute(since) })}</span>
          {by && <span>{t('underWay.by', { name: by })}</span>}
          {amount !== null && <span>{t('underWay.amount', { amount: money(amount) })}</span>}
        </p>
        <p>{t('underWay.wait')}</p>
      </VerdictBox>
    </div>
  )
}

/** That what was under way on this page has come to a good end. */
export function EndedBox({ kind }: { kind: UnderWay['kind'] }) {
  const { t } = useTranslation('operations')
  return (
    <div role="status">
      <VerdictBox small tone="go" title={t('underWay.ended', { operation: t(`name.${kind}`) })} />
    </div>
  )
}

/** Looks again every few seconds, never twice at once, and not while nobody sees the page. */
function useLookAgain(): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const look = () => document.visibilityState === 'visible' && revalidate()
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [state, revalidate])
}
