import { i18nFor, type Translator } from '~/i18n/translator.server'
import { anatomyOf } from '~/kuroneko/error-code'
import { explainRefusal } from '~/kuroneko/explain'
import { unknownReasons } from '~/kuroneko/inquiry'
import { unknownWords } from '~/kuroneko/unknown-words'
import type { PaymentStatus, ShippingStatus } from '~/platform/prisma/enums'
import { tokyoFields } from '~/platform/tokyo'
import type { Told } from '../history-event'
import { sentenceKey } from '../sentences'
import type { ExportedEvent } from './read.server'

/** The words for statuses, which the log itself holds as codes. */
export type StatusLabels = {
  payment: Record<PaymentStatus, { ja: string }>
  shipping: Record<ShippingStatus, { ja: string }>
}

export type Cell = string | number | null
type Column = (event: ExportedEvent, told: Told | null, labels: StatusLabels) => Cell | undefined

/** A file for spreadsheets is in Japanese, whoever asks for it. */
const t: Translator = i18nFor('ja').getFixedT(null, null)

const columns = {
  at: ({ at }) => tokyoTime(at),
  shop: ({ shop }) => shop?.code ?? null,
  shopName: ({ shop }) => shop?.name ?? null,
  order: ({ order }) => order,
  reference: (_, told) => told?.reference ?? null,
  sentence: (_, told) => (told ? sentence(told) : t('audit:unreadable')),
  action: (_, told) => told?.action ?? null,
  outcome: (_, told) => told && t(`audit-search:outcomes.${told.outcome}`),
  refusal: (_, told) => told?.refusal && refusalWords(told.refusal),
  actor: (_, told) => told?.actor?.name ?? null,
  role: (_, told) => told && roleWords(told.actor),
  via: (_, told) => told?.via ?? null,
  paymentBefore: (_, told, { payment }) => told?.before && payment[told.before.payment].ja,
  paymentAfter: (_, told, { payment }) => told?.after && payment[told.after.payment].ja,
  shippingBefore: (_, told, { shipping }) => shippingWords(told?.before, shipping),
  shippingAfter: (_, told, { shipping }) => shippingWords(told?.after, shipping),
  amount: ({ amount }) => amount,
  evidence: (_, told) => evidenceWords(told?.details.evidence_outcome),
  verdict: (_, told) => verdictWords(told?.details.verdict),
  findings: (_, told) => textOf(told?.details.findings)?.replaceAll(',', ' ') ?? null,
  words: (_, told) => told && wordsOf(told),
  digest: (_, told) => told?.digest ?? null,
  id: ({ id }) => id,
  chain: ({ chainId }) => chainId,
  seq: ({ seq }) => seq,
  hash: ({ hash }) => hash,
} satisfies Record<string, Column>

export type ColumnName = keyof typeof columns
export const columnNames = Object.keys(columns) as ColumnName[]

export const headings: string[] = columnNames.map((name) => t(`audit-export:columns.${name}`))

/** An event's cells, in the order of the columns. */
export function cellsOf(event: ExportedEvent, labels: StatusLabels): Cell[] {
  return columnNames.map((name) => columns[name](event, event.told, labels) ?? null)
}

/** `2026-11-24T09:12:44.000+09:00` */
function tokyoTime(at: Date): string {
  const { day, second } = tokyoFields(at)
  return `${day}T${second}.${String(at.getUTCMilliseconds()).padStart(3, '0')}+09:00`
}

function sentence(told: Told): string {
  const actor = told.actor?.name ?? roleWords(told.actor)
  return t(sentenceKey(told), { actor }).replaceAll(/<\/?b>/g, '')
}

function roleWords(actor: Told['actor']): string {
  if (!actor) return t('audit:system')
  const roles: Record<string, string> = t('common:roles', { returnObjects: true })
  return roles[actor.role] ?? actor.role
}

function refusalWords(refusal: string): string {
  const unanswered = unknownReasons.find((reason) => reason === refusal)
  if (unanswered) return unknownWords[unanswered].ja
  const known: Record<string, string> = {
    ...t('operations:failure', { returnObjects: true }),
    ...t('operations:refusal', { returnObjects: true }),
    ...t('audit:refusals', { returnObjects: true }),
  }
  if (known[refusal]) return known[refusal]
  return anatomyOf(refusal) ? explainRefusal({ errorCode: refusal }, 'ja').meaning : refusal
}

function shippingWords(shown: Told['before'] | undefined, labels: StatusLabels['shipping']): string | null {
  return shown ? shown.deliveries.map((delivery) => labels[delivery].ja).join('・') : null
}

function evidenceWords(outcome: Told['details'][string] | undefined): string | null {
  const known = (['answered', 'not_found', 'unknown'] as const).find((each) => each === outcome)
  return known ? t(`audit-search:evidence.${known}`) : textOf(outcome)
}

function verdictWords(verdict: Told['details'][string] | undefined): string | null {
  const known = (['go', 'look', 'no'] as const).find((each) => each === verdict)
  return known ? t(`common:verdicts.${known}`) : textOf(verdict)
}

function wordsOf({ words, hidden, erased }: Told): string | null {
  if (erased) return t('erasure:erased')
  return hidden ? t('history:event.hidden') : words
}

function textOf(value: Told['details'][string] | undefined): string | null {
  return typeof value === 'string' ? value : null
}
