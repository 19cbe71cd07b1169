import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { ExportCheck, type ExportFault } from '~/audit/export/check'
import type { Verifier } from '~/audit/seal/note'
import { readKeys } from './audit-verify-proof'
import { CommandRefused, type Run, readArgs } from './command'

const help = `npm run mitame -- audit verify-export FILE --key VKEY|FILE… [--json]

証明付きで書き出した監査ログ（JSON Lines）を、1行ずつ確かめます。データベースもネットワークも使いません。
証明されない行が1つでもあれば終了コードは1です。書き出しから除かれた記録がないことは、この検証では分かりません。
Checks each line of an export with proofs (JSON Lines), without a database and without a network; the exit code is 1
unless every line is proven. It does not show that the export leaves nothing out.

  --key     信頼する公開鍵（検証鍵）、または1行に1つ書いたファイル
            a public key (verifier key) that you trust, or a file with one on each line
  --json    {"events", "origin", "size", "filter", "at", "faults": [{"line", "fault"}], "faultCount"}
`

const options = {
  key: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Faults that are listed one by one. */
const most = 100

/** `mitame audit verify-export` */
export const run: Run = async (args, { out }) => {
  const { values, positionals } = readArgs({ args, options, allowPositionals: true })
  if (values.help) {
    out(help)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length > 1 || !values.key) {
    throw new CommandRefused(
      'ファイルを1つと --key を指定してください。',
      'Please name one file, and a --key.',
      2,
    )
  }
  await access(file).catch((error: Error) => {
    throw new CommandRefused(`${file} を読めません。`, `${file} cannot be read: ${error.message}`)
  })
  const checked = await check(file, (await Promise.all(values.key.map(readKeys))).flat())
  out(values.json ? `${JSON.stringify(checked)}\n` : inWords(checked))
  return checked.faultCount === 0 ? 0 : 1
}

type Fault = { line: number; fault: ExportFault }

async function check(file: string, keys: Verifier[]) {
  const faults: Fault[] = []
  let faultCount = 0
  const exported = new ExportCheck(keys, (line, fault) => {
    faultCount += 1
    if (faults.length < most) faults.push({ line, fault })
  })
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: 0 }))
    exported.add(line)
  exported.end()
  const { events, header, log } = exported
  return {
    events,
    origin: log?.origin ?? null,
    size: log?.size ?? null,
    filter: header?.filter ?? null,
    at: header?.at ?? null,
    faults,
    faultCount,
  }
}

function inWords({ events, origin, size, faults, faultCount }: Awaited<ReturnType<typeof check>>): string {
  if (faultCount === 0) {
    return (
      `✓ ${events}件すべてが、${origin} の署名済みチェックポイント（${size}件）に含まれています。\n` +
      `✓ All ${events} events are in the signed checkpoint of ${origin} over ${size} events.\n`
    )
  }
  const lines = faults.map(({ line, fault }) => {
    const [japanese, english] = words[fault]
    return `  ${line}: ${japanese} / ${english}\n`
  })
  const more = faultCount > faults.length ? `  … +${faultCount - faults.length}\n` : ''
  return `✗ 証明されません（行番号: 理由） / Not proven (line: why)\n${lines.join('')}${more}`
}

const words: Record<ExportFault, [japanese: string, english: string]> = {
  malformed: ['決められた形式ではありません', 'not of the format'],
  checkpoint: ['チェックポイントとして読み取れません', 'no checkpoint'],
  signature: ['指定した鍵による正しい署名がありません', 'no right signature by a given key'],
  event: ['記録として読み取れません', 'no event'],
  not_included: ['署名された木に、この内容では含まれていません', 'not in the signed tree as it stands here'],
  unproven: ['このチェックポイントに対する証明がありません', 'no proof against this checkpoint'],
  words: ['書かれた内容が記録と一致しません', 'not the words that were written'],
  order: ['前の行より古い記録ではありません', 'not older than the line before'],
  not_whole: [
    'ファイルが途中で切れているか、件数が合いません',
    'the file is cut off, or holds another number of events',
  ],
}
