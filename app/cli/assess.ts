import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { isLanguage, type Language } from '~/i18n/languages'
import { i18nFor } from '~/i18n/translator.server'
import { type Assessment, assess, type Verdict } from '~/verdicts/assess'
import type { AssessInput } from '~/verdicts/facts'
import type { Finding } from '~/verdicts/findings'
import { findingWords } from '~/verdicts/words'
import { caseSchema } from './assess/case'
import { CommandRefused, type Run, readArgs, type Terminal } from './command'

const help = `npm run mitame -- assess [FILE] [--json] [--lang ja|en]

1件の依頼を判定の規則に当てはめ、結果と理由を表示します。データベースは使いません。FILE を省くと標準入力から読みます。
Says what the rules would say of a request and why, without a database. Without FILE reads standard input.

  In: one object or an array of
    {"order": {"paymentStatus", "amount", "orderedOn", "paymentMethod"?, "origin"?, "carrierSetting"?,
               "deliveries": [{"status", "slipNumber"?}]},
     "request": {"paymentStatus", "shippingStatus", "kuronekoStatus", "reason"},
     "evidence": {"statusInfo", "amount"?} | {"outcome": "not_found" | "unknown"},
     "today", "settings"?: {"secondPersonFrom"}}

  --json    {"verdict", "secondPerson", "findings": [{"id", "severity", "message"}]}, an array for an array
  --lang    文の言語。省くと LANG が en で始まるとき英語、ほかは日本語
            language of the sentences; else English where LANG begins with en, Japanese otherwise
`

/** `mitame assess` */
export const run: Run = async (args, terminal) => {
  const { values, positionals } = readArgs({ args, allowPositionals: true, options })
  if (values.help) {
    terminal.out(help)
    return 0
  }
  if (positionals.length > 1) {
    throw new CommandRefused('ファイルは1つだけ指定できます。', 'Only one file can be read at a time.', 2)
  }
  const language = languageOf(values.lang, terminal)
  const [file] = positionals
  const cases = checked(readJson(file === undefined ? await terminal.input() : await read(file)))
  const say = { json: forPrograms(language), list: forPeople(language) }
  if (values.json) {
    const told = Array.isArray(cases) ? cases.map(assess).map(say.json) : say.json(assess(cases))
    terminal.out(`${JSON.stringify(told, null, 2)}\n`)
  } else {
    terminal.out([cases].flat().map(assess).map(say.list).join('\n'))
  }
  return 0
}

const options = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const

function languageOf(chosen: string | undefined, { env }: Terminal): Language {
  if (chosen === undefined) return env.LANG?.startsWith('en') ? 'en' : 'ja'
  if (isLanguage(chosen)) return chosen
  throw new CommandRefused('--lang は ja か en です。', '--lang is ja or en.', 2)
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: Error) => {
    throw new CommandRefused(`${file} を読めません。`, `${file} cannot be read: ${error.message}`)
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new CommandRefused('JSON として読めません。', `This is no JSON: ${error.message}`)
  }
}

/** Throws `CommandRefused` naming each place that is wrong. */
function checked(given: unknown): AssessInput | AssessInput[] {
  const result = (Array.isArray(given) ? z.array(caseSchema) : caseSchema).safeParse(given)
  if (result.success) return result.data
  const places = result.error.issues.map(
    ({ path, message }) => `  ${z.core.toDotPath(path) || '(input)'}: ${message}`,
  )
  throw new CommandRefused('入力に誤りがあります。', `The input is not right:\n${places.join('\n')}`)
}

function forPrograms(language: Language) {
  const words = wordsIn(language)
  return ({ verdict, secondPerson, findings }: Assessment) => ({
    verdict,
    secondPerson,
    findings: findings.map((finding) => {
      const { id, severity } = finding
      return { id, severity, message: words.finding(finding).sentence }
    }),
  })
}

function forPeople(language: Language) {
  const words = wordsIn(language)
  return ({ verdict, secondPerson, findings }: Assessment) => {
    const lines = findings.map((finding) => {
      const { title, sentence, next } = words.finding(finding)
      return `  [${words.severity(finding)}] ${title} (${finding.id})\n    ${sentence}\n    → ${next}\n`
    })
    return `${words.verdict(verdict)}${secondPerson ? ` ・ ${words.second}` : ''}\n${lines.join('')}`
  }
}

function wordsIn(language: Language) {
  const t = i18nFor(language).getFixedT<['verdicts', 'orders', 'common']>(null, [
    'verdicts',
    'orders',
    'common',
  ])
  return {
    finding: (finding: Finding) => findingWords(t, finding, language),
    severity: ({ severity }: Finding) => t(`verdicts:severities.${severity}`),
    verdict: (verdict: Verdict) => t(`common:verdicts.${verdict}`),
    second: t('verdicts:second.needed'),
  }
}
