import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'

type Props = {
  step: number
  /** The step that is open. */
  current: number
  title: string
  at: string
  changeLabel?: string
  /** What was entered in this step. */
  done: ReactNode
  children: ReactNode
}

/** One step of Smart Checkout: open, done with the way back into it, or still to come. */
export function StepCard({ step, current, title, at, changeLabel, done, children }: Props) {
  const { t } = useTranslation('storefront')
  const heading = (
    <>
      <span className="mr-2 text-xs text-muted">{t('checkout.step', { step })}</span>
      {title}
    </>
  )
  if (step === current) return <Card title={heading}>{children}</Card>
  if (step > current) {
    return (
      <section className="rounded-8 border border-dashed border-line px-4 py-3 text-muted">
        <h2 className="text-md font-bold">{heading}</h2>
      </section>
    )
  }
  return (
    <Card
      title={heading}
      end={
        <Link to={at} aria-label={changeLabel} className="text-sm text-primary underline">
          {t('checkout.change')}
        </Link>
      }
    >
      {done}
    </Card>
  )
}
