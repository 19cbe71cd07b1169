import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMinute } from '~/i18n/format'
import { useFormat } from '~/i18n/use-format'
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
