import { Form, useRevalidator } from '@remix-run/react'
import { RotateCcw } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import type { BulkView } from '~/orders/operations/bulk/view.server'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'

const everyMs = 1_500

/** Browsers draw it in their own colours unless told. */
const bar =
  'h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-grey-soft [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-grey-soft [&::-webkit-progress-value]:bg-primary'

/** How far a run is, and once it has ended what came of it, with the button that tries the rest again. */
export function Progress({ run }: { run: BulkView }) {
  const { t } = useTranslation('bulk')
  const { counts, finishedAt } = run
  const running = finishedAt === null
  useFresh(running)
  const told = counts.all - counts.waiting
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="grid min-w-0 flex-1 basis-64 gap-1.5" aria-live="polite">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <strong id="bulk-progress">{t(running ? 'run.running' : 'run.finished')}</strong>
            <span className="figures">{t('run.progress', { told, all: counts.all })}</span>
            <span className="text-green">{t('run.done', { count: counts.done })}</span>
            {counts.left > 0 && <span className="text-red">{t('run.left', { count: counts.left })}</span>}
            {counts.underWay > 0 && (
              <span className="text-amber">{t('run.underWay', { count: counts.underWay })}</span>
            )}
          </p>
          {running && (
            <>
              <progress className={bar} aria-labelledby="bulk-progress" value={told} max={counts.all} />
              <p className="text-sm text-muted">{t('run.leave')}</p>
            </>
          )}
        </div>
        {running && (
          <span className="hidden noscript:inline">
            <LinkButton to="">{t('run.reload')}</LinkButton>
          </span>
        )}
        {!running && counts.left > 0 && (
          <div className="flex flex-wrap gap-2.5">
            <LinkButton to={mendAddress(run)}>{t('run.mend')}</LinkButton>
            <Form method="post">
              <SubmitButton intent="retry" tone="default" icon={<Icon of={RotateCcw} />}>
                {t('run.retry', { count: counts.left })}
              </SubmitButton>
            </Form>
          </div>
        )}
      </div>
    </Card>
  )
}

/** The dry run of what was not carried out, with what was typed for it, to be looked at and mended. */
function mendAddress({ kind, id }: BulkView): string {
  return `/orders/bulk?${new URLSearchParams({ kind, again: id })}`
}

/** While a run is under way the page looks again. */
function useFresh(running: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!running || state !== 'idle') return
    const timer = setTimeout(revalidate, everyMs)
    return () => clearTimeout(timer)
  }, [running, state, revalidate])
}
