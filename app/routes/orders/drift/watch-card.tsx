import { Form, useRevalidator } from '@remix-run/react'
import { RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import type { WatchProgress } from '~/corrections/drifts.server'
import { useTranslation } from '~/i18n/use-translation'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { Time } from '~/ui/time'

const everyMs = 2_000

/** Browsers draw it in their own colours unless told. */
const bar =
  'h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-grey-soft [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-grey-soft [&::-webkit-progress-value]:bg-primary'

/** How far Kuroneko has been asked, or when it was last, and the button that asks now. */
export function WatchCard({ watch, shop, mayAsk }: { watch: WatchProgress; shop: string; mayAsk: boolean }) {
  const { t } = useTranslation('orders')
  const { running, last } = watch
  useFresh(running !== null)
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="grid min-w-0 flex-1 basis-64 gap-1.5" aria-live="polite">
          {running ? <Running {...running} /> : <Last last={last} />}
        </div>
        {mayAsk && !running && (
          <Form method="post">
            <input type="hidden" name="shop" value={shop} />
            <SubmitButton intent="watch" tone="default" icon={<Icon of={RefreshCw} />}>
              {t('drift.watch.start')}
            </SubmitButton>
          </Form>
        )}
      </div>
    </Card>
  )
}

function Running({ asked, total, found, unanswered }: NonNullable<WatchProgress['running']>) {
  const { t } = useTranslation('orders')
  const all = Math.max(total, asked, 1)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong id="drift-progress">{t('drift.watch.running')}</strong>
        <span className="figures">{t('drift.watch.progress', { asked, total: all })}</span>
        <Counts found={found} unanswered={unanswered} />
      </p>
      <progress className={bar} aria-labelledby="drift-progress" value={asked} max={all} />
      <p className="text-sm text-muted">{t('drift.watch.leave')}</p>
    </>
  )
}

function Last({ last }: Pick<WatchProgress, 'last'>) {
  const { t } = useTranslation('orders')
  return (
    <>
      {last?.finishedAt ? (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <strong>{t('drift.watch.last')}</strong>
          <Time at={last.finishedAt} />
          <span className="text-sm text-muted">{t('drift.watch.lastCounts', { count: last.asked })}</span>
          <Counts found={last.found} unanswered={last.unanswered} />
        </p>
      ) : (
        <p>{t('drift.watch.never')}</p>
      )}
      <p className="text-sm text-muted">{t('drift.watch.nightly')}</p>
    </>
  )
}

function Counts({ found, unanswered }: { found: number; unanswered: number }) {
  const { t } = useTranslation('orders')
  return (
    <span className="flex gap-x-3 text-sm text-muted">
      <span>{t('drift.watch.found', { count: found })}</span>
      {unanswered > 0 && (
        <span className="text-amber">{t('drift.watch.unanswered', { count: unanswered })}</span>
      )}
    </span>
  )
}

/** While a walk is under way the page looks again every two seconds. */
function useFresh(running: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!running || state !== 'idle') return
    const timer = setTimeout(revalidate, everyMs)
    return () => clearTimeout(timer)
  }, [running, state, revalidate])
}
