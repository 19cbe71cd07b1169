import type { link } from '~/audit/append.server'
import type {
  Assessment,
  Attachment,
  CorrectionBatch,
  CorrectionRequest,
  Decision,
  Delivery,
  Drift,
  Evidence,
  Message,
  Order,
} from '~/platform/prisma/client'

type Links = ReturnType<typeof link>
export type EventRow = Links['rows'][number]
export type WordsRow = Links['words'][number]

/** The rows that one story leaves beside its events, by table; a table's rows may refer to those before it. */
export type Rows = {
  order: Order[]
  delivery: Delivery[]
  evidence: Evidence[]
  attachment: (Omit<Attachment, 'bytes'> & { bytes: string })[]
  correction_batch: CorrectionBatch[]
  correction_request: CorrectionRequest[]
  assessment: Assessment[]
  decision: Omit<Decision, 'noteErased'>[]
  message: Message[]
  drift: Drift[]
}

export function noRows(): Rows {
  return {
    order: [],
    delivery: [],
    evidence: [],
    attachment: [],
    correction_batch: [],
    correction_request: [],
    assessment: [],
    decision: [],
    message: [],
    drift: [],
  }
}

export type Story = { rows: Partial<Rows>; events: EventRow[]; words: WordsRow[] }
