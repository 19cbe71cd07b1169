import { Link } from '@remix-run/react'
import type { ChangeEvent } from 'react'
import type { DriftRow } from '~/corrections/drifts.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { amountsDiffer } from '~/orders/drift/difference'
import { OrderNumber } from '~/ui/order-number'
import { PaymentPill } from '~/ui/status-pills'
import { type Column, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { orderPath } from '../order-table'
import { isReady, type Reader, ReadyLink } from './ready'
import { TherePill } from './there'

type Choice = { chosen: readonly string[]; choose: (event: ChangeEvent<HTMLInputElement>) => void }

/** One row for each order: what it shows, what Kuroneko says, since when, and what to do. */
export function DriftTable({
  rows,
  reader: { mayFile, withShop },
  choice,
}: {
  rows: DriftRow[]
  reader: Reader
  /** Null where one cannot choose several. */
  choice: Choice | null
}) {
  const { t } = useTranslation('orders')
  const columns: Column<DriftRow>[] = [
    {
      key: 'number',
      header: t('field.number'),
      cell: (row) => <Chosen row={row} choice={choice} withShop={withShop} />,
    },
    ...(withShop ? [{ key: 'shop', header: t('field.shop'), cell: shopName }] : []),
    {
      key: 'here',
      header: t('drift.here'),
      cell: ({ order }) => <PaymentPill status={order.paymentStatus} short />,
    },
    { key: 'there', header: t('drift.there'), cell: ({ evidence }) => <TherePill evidence={evidence} /> },
    { key: 'amount', header: t('field.amount'), numeric: true, cell: (row) => <Amount {...row} /> },
    { key: 'since', header: t('drift.since'), cell: ({ foundAt }) => <Time at={foundAt} show="ago" /> },
    {
      key: 'next',
      header: t('drift.next'),
      cell: (row) => <Next row={row} mayFile={mayFile} withShop={withShop} />,
    },
  ]
  return <Table caption={t('drift.caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

const shopName = ({ shop }: DriftRow) => <span className="whitespace-nowrap">{shop.name}</span>

function Chosen({ row, choice, withShop }: { row: DriftRow; choice: Choice | null; withShop: boolean }) {
  const { t } = useTranslation('orders')
  const { number } = row.order
  return (
    <span className="flex items-center gap-2.5 whitespace-nowrap">
      {choice && (
        <input
          type="checkbox"
          name="drift"
          value={number}
          aria-label={t('drift.choose', { number })}
          checked={choice.chosen.includes(number)}
          onChange={choice.choose}
          disabled={!isReady(row)}
          className="size-4 flex-none accent-primary disabled:invisible"
        />
      )}
      <Link
        to={orderPath(number, withShop ? row.shop.code : null)}
        prefetch="intent"
        className="font-bold hover:underline"
      >
        <OrderNumber>{number}</OrderNumber>
      </Link>
    </span>
  )
}

/** The order's amount, and Kuroneko's where it is another one. */
function Amount({ order, evidence }: DriftRow) {
  const { t } = useTranslation('orders')
  const { money } = useFormat()
  if (evidence.amount === null || !amountsDiffer(order, evidence)) return money(order.amount)
  return (
    <span className="grid">
      <span>{money(order.amount)}</span>
      <span className="text-sm text-amber">
        <span className="sr-only">{t('drift.amountThere')} </span>
        {money(evidence.amount)}
      </span>
    </span>
  )
}

function Next({ row, mayFile, withShop }: { row: DriftRow; mayFile: boolean; withShop: boolean }) {
  const { t } = useTranslation('orders')
  if (row.open) {
    return (
      <Link
        to={`${withShop ? '/desk' : '/requests'}/${row.open}`}
        className="whitespace-nowrap text-primary hover:underline"
      >
        {t('drift.underWay')} <OrderNumber>{row.open}</OrderNumber>
      </Link>
    )
  }
  if (row.advice) {
    const dangerous = row.advice === 'buyer_stays_charged'
    return (
      <span className={`text-sm ${dangerous ? 'font-semibold text-red' : 'text-muted'}`}>
        {t(`drift.advice.${row.advice}`)}
      </span>
    )
  }
  return mayFile ? <ReadyLink row={row} withShop={withShop} /> : null
}
