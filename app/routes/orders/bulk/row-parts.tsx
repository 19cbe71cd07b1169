import { Link } from '@remix-run/react'
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import type { OperationRefusal } from '~/orders/operations/allowed'
import { Icon } from '~/ui/icon'
import { OrderNumber } from '~/ui/order-number'
import { orderPath } from '../order-table'

/** Which order a row is about; a link where there is such an order. */
export function RowOrder({ number, known }: { number: string; known: boolean }) {
  if (!known) return <OrderNumber strong>{number}</OrderNumber>
  return (
    <Link to={orderPath(number, null)} className="font-bold whitespace-nowrap text-primary hover:underline">
      <OrderNumber>{number}</OrderNumber>
    </Link>
  )
}

/** Refusals that an own text tells the way out of. */
const ways = {
  authorization_expired: 'way.expired',
  too_late: 'way.expired',
  payment_failed: 'way.failed',
  payment_incomplete: 'way.incomplete',
} as const

/**
 * That a row will be carried out, or why not and the way out.
 * @param differs Kuroneko says something else of the order, and may well refuse
 */
export function RowOutlook({
  refusal,
  differs = false,
}: {
  refusal: OperationRefusal | null
  differs?: boolean
}) {
  const { t } = useTranslation(['bulk', 'operations'])
  if (refusal === null && differs) {
    return (
      <div className="text-sm">
        <p className="flex gap-1.5 font-semibold text-amber max-md:justify-end">
          <Icon of={TriangleAlert} className="mt-0.5" />
          <span>{t('dry.differs')}</span>
        </p>
        <p className="text-muted">{t('dry.differsWhat')}</p>
      </div>
    )
  }
  if (refusal === null) {
    return (
      <span className="flex items-center gap-1.5 font-semibold whitespace-nowrap text-green max-md:justify-end">
        <Icon of={CircleCheck} />
        {t('dry.ok')}
      </span>
    )
  }
  return (
    <div className="text-sm">
      <p className="flex gap-1.5 font-semibold text-red max-md:justify-end">
        <Icon of={CircleX} className="mt-0.5" />
        <span>{t(`operations:refusal.${refusal}`)}</span>
      </p>
      {refusal in ways && (
        <p className="text-muted">{t(`operations:${ways[refusal as keyof typeof ways]}`)}</p>
      )}
    </div>
  )
}
