import { Link } from '@remix-run/react'
import { faultWords } from '~/audit/fault-words'
import type { Fault } from '~/audit/faults'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { shownWords } from '~/orders/shown-words'

/** How many faults are named one by one. */
const named = 50

/** The faults of a verification with their places; `faults` is what the database kept of them. */
export function FaultList({ faults, count }: { faults: unknown; count: number }) {
  const { t } = useTranslation(['audit', 'common'])
  const language = useLanguage()
  const list = Array.isArray(faults) ? (faults as Fault[]).slice(0, named) : []
  return (
    <>
      <ul className="mt-1 list-disc pl-5">
        {list.map((fault) => (
          <li key={JSON.stringify(fault)}>
            <Place fault={fault} /> {faultWords(t, fault, (shown) => shownWords(language, shown))}
          </li>
        ))}
      </ul>
      {count > list.length && <p>{t('audit:check.more', { count: count - list.length })}</p>}
    </>
  )
}

function Place({ fault }: { fault: Fault }) {
  if (fault.owner === 'order') {
    const to = `/audit/orders/${encodeURIComponent(fault.order)}?shop=${encodeURIComponent(fault.shop)}`
    return (
      <Link to={to} className="figures font-semibold underline">
        {fault.order}
      </Link>
    )
  }
  if (fault.owner === 'request') return <b className="figures">{fault.request}</b>
  if (fault.owner === 'shop') return <b className="figures">{fault.shop}</b>
  return null
}
