import { Form } from '@remix-run/react'
import { BadgeCheck, Truck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { mostOrders } from '~/orders/operations/bulk/most'
import { useScripted } from '~/routes/requests/new/use-scripted'
import { Button, SubmitButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import type { ChosenOrders } from './chosen-orders'

/** まとめて処理: what is ticked here and on other pages goes to its dry run. Without scripts, what is ticked here. */
export function ChoiceForm({
  chosen,
  shown,
  children,
}: {
  chosen: ChosenOrders
  /** The numbers on this page. */
  shown: readonly string[]
  children: ReactNode
}) {
  const elsewhere = chosen.numbers.filter((number) => !shown.includes(number))
  return (
    <Form action="/orders/bulk">
      {elsewhere.map((number) => (
        <input key={number} type="hidden" name="order" value={number} />
      ))}
      <ChoosePage chosen={chosen} shown={shown} />
      {children}
      <ChoiceBar chosen={chosen} elsewhere={elsewhere.length} />
    </Form>
  )
}

function ChoosePage({ chosen, shown }: { chosen: ChosenOrders; shown: readonly string[] }) {
  const { t } = useTranslation('orders')
  const all = shown.every(chosen.has)
  return (
    <label className="flex pointer-coarse:min-h-11 items-center gap-2.5 border-b border-line px-4 py-2 text-sm noscript:hidden">
      <input
        type="checkbox"
        className="size-4 accent-primary"
        checked={all}
        disabled={!all && chosen.full}
        onChange={({ currentTarget }) => chosen.take(shown, currentTarget.checked)}
      />
      {t('choice.page', { count: shown.length })}
    </label>
  )
}

function ChoiceBar({ chosen, elsewhere }: { chosen: ChosenOrders; elsewhere: number }) {
  const { t } = useTranslation('orders')
  const scripted = useScripted()
  const count = chosen.numbers.length
  const nothing = scripted && count === 0
  return (
    <div
      className={`flex flex-wrap items-center gap-2.5 border-t border-line bg-surface px-4 py-3 max-md:[&>button]:flex-1 ${count > 0 ? 'sticky bottom-(--shell-bottom) z-20' : ''}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 max-md:w-full max-md:justify-between md:mr-auto">
        <ChosenWords chosen={chosen} elsewhere={elsewhere} />
        {count > 0 && (
          <Button tone="quiet" size="sm" onClick={chosen.clear}>
            {t('choice.clear')}
          </Button>
        )}
      </div>
      <SubmitButton tone="default" name="kind" value="ship" disabled={nothing} icon={<Icon of={Truck} />}>
        {t('choice.ship')}
      </SubmitButton>
      <SubmitButton
        tone="default"
        name="kind"
        value="capture"
        disabled={nothing}
        icon={<Icon of={BadgeCheck} />}
      >
        {t('choice.capture')}
      </SubmitButton>
    </div>
  )
}

function ChosenWords({ chosen, elsewhere }: { chosen: ChosenOrders; elsewhere: number }) {
  const { t } = useTranslation('orders')
  const count = chosen.numbers.length
  if (count === 0) {
    return (
      <p className="text-sm text-muted" aria-live="polite">
        {t('choice.none', { most: mostOrders })}
      </p>
    )
  }
  return (
    <p className="text-sm" aria-live="polite">
      <strong>{t('choice.chosen', { count })}</strong>
      {elsewhere > 0 && <span className="text-muted"> {t('choice.elsewhere', { count: elsewhere })}</span>}
      {chosen.full && (
        <span className="font-semibold text-amber"> {t('choice.full', { most: mostOrders })}</span>
      )}
    </p>
  )
}
