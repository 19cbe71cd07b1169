/** What an export is for: a spreadsheet, by the encoding it takes, or somebody who checks each record. */
export const exportFormats = ['csv', 'csv-sjis', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

type Facts = { type: string; extension: string }

export const formatFacts: Record<ExportFormat, Facts> = {
  csv: { type: 'text/csv; charset=utf-8; header=present', extension: 'csv' },
  'csv-sjis': { type: 'text/csv; charset=Shift_JIS; header=present', extension: 'sjis.csv' },
  jsonl: { type: 'application/jsonl; charset=utf-8', extension: 'jsonl' },
}
