import { readFile } from 'node:fs/promises'
import { type Checked, checkProof, type Proven } from '~/audit/proof/check'
import {
  actWords,
  type ProofT,
  proofFaultWords,
  provenWords,
  roleWords,
  unprovenWords,
} from '~/audit/proof/proof-words'
import { parseVkey, type Verifier } from '~/audit/seal/note'
import { formatMoney, formatSecond } from '~/i18n/format'
import { type Language, languages } from '~/i18n/languages'
import { i18nFor } from '~/i18n/translator.server'
import { shownWords } from '~/orders/shown-words'
import { CommandRefused, type Run, readArgs } from './command'

const help = `npm run mitame -- audit verify-proof FILE [--key VKEY|FILE]… [--json]

監査ログの証明ファイルを確かめます。データベースもネットワークも使いません。証明されなければ終了コードは1です。
Checks a proof of the audit log, without a database and without a network; the exit code is 1 unless it is proven.

  --key     信頼する公開鍵（検証鍵）、または1行に1つ書いたファイル。何度でも指定できます。
            A public key (verifier key) that you trust, or a file with one on each line; any number of times.
            Witnesses' keys may be given too. Without a key, all but the signature is checked.
  --json    {"ok": true, "proven": {…}} or {"ok": false, "faults": [{"kind", …}]}
`

const options = {
  key: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** `mitame audit verify-proof` */
export const run: Run = async (args, { out }) => {
  const { values, positionals } = readArgs({ args, options, allowPositionals: true })
  if (values.help) {
    out(help)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length > 1) {
    throw new CommandRefused('証明ファイルを1つ指定してください。', 'Please name one proof file.', 2)
  }
  const keys = (await Promise.all((values.key ?? []).map(readKeys))).flat()
  const checked = checkProof(await read(file), keys)
  out(
    values.json ? `${JSON.stringify(checked)}\n` : languages.map((each) => inWords(each, checked)).join('\n'),
  )
  return checked.ok ? 0 : 1
}

/** A verifier key as it was given, or those of a file. Throws `CommandRefused`. */
export async function readKeys(given: string): Promise<Verifier[]> {
  const key = parseVkey(given)
  if (key) return [key]
  const lines = (await read(given)).toString('utf8').split(/\r?\n/)
  const written = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  return written.map((line) => {
    const found = parseVkey(line)
    if (!found) throw new CommandRefused(`公開鍵ではありません: ${line}`, `Not a public key: ${line}`)
    return found
  })
}

async function read(file: string): Promise<Buffer> {
  return readFile(file).catch((error: Error) => {
    throw new CommandRefused(`${file} を読めません。`, `${file} cannot be read: ${error.message}`)
  })
}

function inWords(language: Language, checked: Checked): string {
  const t = i18nFor(language).getFixedT<['verify', 'audit', 'common']>(null, ['verify', 'audit', 'common'])
  if (!checked.ok) {
    const faults = checked.faults.map((fault) => proofFaultWords(t, fault))
    return listed(`✗ ${t('verify:bad')}`, faults)
  }
  const { proven } = checked
  return [
    `✓ ${t('verify:good')}: ${actWords(t, proven.event)}\n`,
    ...recordRows(t, language, proven).map(([label, value]) => `  ${label}: ${printable(value)}\n`),
    listed(t('verify:proven.title'), provenWords(t, proven)),
    listed(t('verify:unproven.title'), unprovenWords(t, proven)),
  ].join('')
}

function recordRows(t: ProofT, language: Language, { event, words, index }: Proven): [string, string][] {
  const { at, actor, number, amount, reference, before, after, seq, details } = event
  const shown = [before, after].flatMap((each) => (each ? shownWords(language, each) : []))
  const rows: [string, string | null][] = [
    [t('verify:record.at'), formatSecond(new Date(at))],
    [t('verify:record.who'), roleWords(t, actor)],
    [t('verify:record.order'), number],
    [t('verify:record.amount'), amount === null ? null : formatMoney(language, amount)],
    [t('verify:record.change'), shown.length > 0 ? shown.join(' → ') : null],
    [t('verify:record.reference'), reference],
    [t('verify:record.facts'), details && JSON.stringify(details)],
    [t('verify:record.words'), words.kind === 'shown' ? words.words : null],
    [t('verify:record.place'), t('verify:record.placeOf', { seq, leaf: index + 1 })],
  ]
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, value]]))
}

/** A terminal must not be steered by what somebody wrote. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (control) => (control === '\n' ? '\n    ' : '\ufffd'))
}

function listed(title: string, lines: string[]): string {
  return `${title}\n${lines.map((line) => `  - ${line}\n`).join('')}`
}
