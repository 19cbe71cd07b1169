import { readFile } from 'node:fs/promises'
import { type Field, fields } from '~/corrections/paste/fields'
import { type ParsedRequest, type Problem, parsePaste } from '~/corrections/paste/parse'
import { problemSentence } from '~/corrections/paste/problems'
import { claimLabels, formLabels, paymentWishLabels, shippingWishLabels } from '~/corrections/wishes'
import { CommandRefused, type Run, readArgs } from './command'

const help = `npm run mitame -- parse [FILE] [--json]

貼り付けられた依頼文を読み取り、内容と確認すべき点を表示します。依頼はしません。FILE を省くと標準入力から読みます。
Reads pasted requests and shows what they say and what to check. Files nothing. Without FILE reads standard input.

  --json    {"requests": [{"orderNumber", "paymentStatus", "shippingStatus", "kuronekoStatus", "reason", "problems"}],
             "problems"}
`

/** `mitame parse` */
export const run: Run = async (args, terminal) => {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    terminal.out(help)
    return 0
  }
  if (positionals.length > 1) {
    throw new CommandRefused('ファイルは1つだけ指定できます。', 'Only one file can be read at a time.', 2)
  }
  const [file] = positionals
  const parsed = parsePaste(file === undefined ? await terminal.input() : await read(file))
  const { requests, problems } = parsed
  terminal.out(
    values.json
      ? `${JSON.stringify({ requests: requests.map(forPrograms), problems: problems.map(withSentence) }, null, 2)}\n`
      : [...requests.map(listed), ...problems.map(pointed)].join('\n'),
  )
  return 0
}

/** A text file as an office writes it: UTF-8, or else what Windows calls Shift_JIS. */
async function read(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new CommandRefused(`${file} を読めません。`, `${file} cannot be read: ${error.message}`)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}

function forPrograms(request: ParsedRequest) {
  const { orderNumber, paymentStatus, shippingStatus, kuronekoStatus, reason, problems } = request
  const found = problems.map(withSentence)
  return { orderNumber, paymentStatus, shippingStatus, kuronekoStatus, reason, problems: found }
}

function withSentence(found: Problem) {
  return { ...found, message: problemSentence(found, 'ja') }
}

function listed(request: ParsedRequest, index: number): string {
  const { paymentStatus, shippingStatus, kuronekoStatus } = request
  const words: Record<Field, string | null | undefined> = {
    orderNumber: request.orderNumber,
    paymentStatus: paymentStatus && paymentWishLabels[paymentStatus].ja,
    shippingStatus: shippingStatus && shippingWishLabels[shippingStatus].ja,
    kuronekoStatus: kuronekoStatus && claimLabels[kuronekoStatus].ja,
    reason: request.reason?.replaceAll('\n', '\n    '),
  }
  const lines = fields.map((field) => `  ${formLabels[field]}: ${words[field] ?? '–'}\n`)
  return `${index + 1}件目\n${lines.join('')}${request.problems.map(pointed).join('')}`
}

const marks = { error: '✗', doubt: '△' } as const

function pointed(found: Problem): string {
  const line = found.line === undefined ? '' : `${found.line}行目: `
  return `  ${marks[found.severity]} ${line}${problemSentence(found, 'ja')}\n`
}
