import { Link } from '@remix-run/react'
import type { DriftRow } from '~/corrections/drifts.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { amountsDiffer } from '~/orders/drift/difference'
import { LinkButton } from '~/ui/button'
import { OrderNumber } from '~/ui/order-number'
import { Time } from '~/ui/time'
import { VerdictBox } from '~/ui/verdict-box'
import { isReady, type Reader, readyAddress } from './ready'
import { TherePill } from './there'

/** Above an order's operations: that Kuroneko says something else, and what to do before anything else. */
export function DriftNotice({ row, reader: { mayFile, withShop } }: { row: DriftRow; reader: Reader }) {
  const { t } = useTranslation('orders')
  const { money } = useFormat()
  const { order, evidence, advice, open } = row
  return (
    <VerdictBox
      tone="look"
      title={t('drift.notice')}
      end={
        mayFile &&
        isReady(row) && (
          <LinkButton to={readyAddress(row, withShop)} size="sm">
            {t('drift.make')}
          </LinkButton>
        )
      }
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{t('drift.there')}</span>
        <TherePill evidence={evidence} />
        {evidence.amount !== null && amountsDiffer(order, evidence) && <span>{money(evidence.amount)}</span>}
        <span className="text-muted">
          {t('drift.asked')} <Time at={evidence.askedAt} />
        </span>
      </p>
      <p>{t(advice ? `drift.advice.${advice}` : 'drift.noticeReady')}</p>
      {open && (
        <p>
          {t('drift.underWay')}{' '}
          <Link to={`${withShop ? '/desk' : '/requests'}/${open}`} className="font-semibold underline">
            <OrderNumber>{open}</OrderNumber>
          </Link>
        </p>
      )}
    </VerdictBox>
  )
}
