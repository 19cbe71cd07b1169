import type { Seal } from '~/audit/sealed-by.server'
import { formatSecond } from '~/i18n/format'
import { useTranslation } from '~/i18n/use-translation'
import { type Entry, KeyValue } from '~/ui/key-value'
import type { OrderHistoryView } from './order-view.server'

/** What the paper can be held against: the last record's hash, the verification, and the signed checkpoint over it. */
export function PrintedEnd({ loaded: { order, asOf, verified, seal } }: { loaded: OrderHistoryView }) {
  const { t } = useTranslation('history')
  if (asOf?.kind === 'before') return null
  const head = asOf
    ? { seq: asOf.seq, hash: asOf.hash }
    : { seq: order.eventSeq, hash: order.eventHash ?? '' }
  const entries: Entry[] = [
    { key: t('print.head'), value: t('print.headOf', { seq: String(head.seq) }) },
    { key: t('print.hash'), value: <span className="figures break-all">{head.hash}</span> },
    ...(verified ? [{ key: t('print.verified'), value: <Outcome faults={verified.faults.length} /> }] : []),
    { key: t('print.checkpoint'), value: <SealedBy seal={seal} /> },
  ]
  return (
    <section className="mt-6 break-inside-avoid">
      <h2 className="mb-2 font-bold">{t('print.end')}</h2>
      <KeyValue entries={entries} />
    </section>
  )
}

function Outcome({ faults }: { faults: number }) {
  const { t } = useTranslation('history')
  return <>{faults === 0 ? t('print.good') : t('print.bad', { count: faults })}</>
}

function SealedBy({ seal }: { seal: Seal | null }) {
  const { t } = useTranslation('history')
  if (!seal) return <>{t('print.noCheckpoint')}</>
  return (
    <>
      <p>{t('verify.sealed', { at: formatSecond(seal.at), size: seal.size })}</p>
      <pre className="figures text-xs break-all whitespace-pre-wrap">{seal.note.trim()}</pre>
    </>
  )
}
