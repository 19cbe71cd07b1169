import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

/** So many rows of what a list of requests holds, made up on the spot: no database, no session, no words to look up. */
export async function loader({ request }: LoaderFunctionArgs) {
  const count = Number(new URL(request.url).searchParams.get('rows'))
  return { rows: Array.from({ length: count }, (_, place) => rowAt(place)) }
}

const oneHour = 3_600_000
const start = Date.UTC(2026, 10, 20)

function rowAt(place: number) {
  const serial = String(place).padStart(8, '0')
  const at = (hours: number) => new Date(start + (place + hours) * oneHour)
  return {
    ...{ id: `01936f00-0000-7000-8000-0000${serial}`, reference: `MT-2026-${serial}` },
    ...{ number: `P2611200101${serial}`, filedAt: at(0), dueAt: at(24), decidedAt: null },
    ...{ state: 'in_review', verdict: 'go', secondPerson: false, amount: 5000 + place },
    shop: { name: '店舗 みほん', code: 'mihon' },
    assignee: { id: '01936f00-0000-7000-8000-000000000001', name: '山田 花子' },
  }
}
type Row = ReturnType<typeof rowAt>

export default function Rows() {
  const { rows } = useLoaderData<typeof loader>()
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.reference} className="border-b border-line">
          <RowLink row={row} />
        </li>
      ))}
    </ol>
  )
}

function RowLink({ row }: { row: Row }) {
  return (
    <Link
      to={`/desk/${row.reference}`}
      prefetch="intent"
      className="grid gap-0.5 border-l-4 py-2.5 pr-3.5 pl-3 -outline-offset-2 hover:bg-ground aria-[current]:bg-primary-soft border-l-green-mark"
    >
      <span className="flex items-baseline gap-2">
        <span className="figures break-all font-bold">{row.number}</span>
        <span className="sr-only">{row.verdict}</span>
        <span className="ml-auto text-xs whitespace-nowrap text-muted">
          <time
            dateTime={row.dueAt.toISOString()}
            title={row.dueAt.toISOString()}
            className="whitespace-nowrap"
          >
            {row.dueAt.toISOString().slice(0, 16)}
          </time>
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-1.5">
        <Pill>売上確定</Pill>
        <span aria-hidden className="text-muted">
          →
        </span>
        <Pill>取消</Pill>
      </span>
      <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <span>{row.reference}</span>
        <span>{row.shop.name}</span>
        <span className="ml-auto flex items-center gap-1.5">
          {row.assignee.name}
          <Pill>{row.state}</Pill>
        </span>
      </span>
    </Link>
  )
}

function Pill({ children }: { children: string }) {
  return (
    <span className="inline-flex min-h-[22px] items-center gap-1.5 rounded-full px-2 align-middle text-xs leading-tight font-semibold sm:whitespace-nowrap print:border print:border-black bg-green-soft text-green">
      <span aria-hidden className="size-[7px] flex-none rounded-full bg-green-mark" />
      {children}
    </span>
  )
}
