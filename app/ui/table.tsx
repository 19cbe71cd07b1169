import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Amounts stand at the right. */
  numeric?: boolean
}

/** Rows and columns; on a phone each row becomes a card, headed by its first value, that names the others. The first leads to `to`. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  to,
}: {
  /** Said, not shown. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  to?: (row: Row) => string
}) {
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`px-4 py-2 text-xs font-semibold whitespace-nowrap text-muted ${column.numeric ? 'text-right' : 'text-left'}`}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="relative border-b border-line last:border-b-0 hover:bg-ground max-md:grid max-md:gap-1 max-md:px-4 max-md:py-3"
          >
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} row={row} first={index === 0} to={to?.(row)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({
  column,
  row,
  first,
  to,
}: {
  column: Column<Row>
  row: Row
  first: boolean
  to: string | undefined
}) {
  const content = column.cell(row)
  if (first) {
    return (
      <td className="px-4 py-2.5 max-md:p-0">
        {to === undefined ? content : <RowLink to={to}>{content}</RowLink>}
      </td>
    )
  }
  return (
    <td
      className={`px-4 py-2.5 max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:p-0 ${column.numeric ? 'figures text-right whitespace-nowrap' : ''}`}
    >
      <span aria-hidden className="flex-none font-sans text-xs text-muted md:hidden">
        {column.header}
      </span>
      <div className="min-w-0 max-md:text-right">{content}</div>
    </td>
  )
}

/** Reaches over its whole row. */
function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} prefetch="intent" className="font-bold after:absolute after:inset-0 hover:underline">
      {children}
    </Link>
  )
}
