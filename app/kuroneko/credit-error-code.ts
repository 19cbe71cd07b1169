import type { CodeMeaning } from './codes'
import type { Words } from './words'

const askIssuer: Words = {
  ja: '購入者からカード会社へ確認していただくか、別のカードをご利用ください。',
  en: 'The buyer asks the card issuer, or takes another card.',
}
const wait: Words = {
  ja: '時間をおいてやり直してください。',
  en: 'Try again later.',
}
const typeAgain: Words = {
  ja: 'カード番号・ブランドを確認して入力し直してください。',
  en: 'Check the card’s number and brand and enter them again.',
}
const lookThere: Words = {
  ja: 'クロネコの管理画面を確認してください。',
  en: 'Look in Kuroneko’s admin.',
}

/** What the card network or the issuer said, most special first (kuroneko.md §6, "creditErrorCode"). */
const families: [pattern: RegExp, ja: string, en: string, todo: Words][] = [
  [/^G12$/, 'このカードは使用できない', 'The card cannot be used', askIssuer],
  [/^G22$/, 'カードの使用が永久に禁止されている', 'The card is barred for good', askIssuer],
  [/^G30$/, 'カード会社の判断で保留された', 'Held by the issuer for judgement', askIssuer],
  [/^G4[245]$/, '暗証番号またはセキュリティコードの誤り', 'PIN or security code wrong', askIssuer],
  [/^G5[45]$/, '利用回数または利用限度額の超過', 'Use or limit exceeded', askIssuer],
  [/^G(?:56|6[01])$/, '盗難・紛失などで無効なカード', 'Card seized, stolen or void', askIssuer],
  [/^G65$/, 'カード番号の誤り', 'Card number wrong', typeAgain],
  [/^G68$/, '金額の誤り', 'Amount not accepted', askIssuer],
  [/^G83$/, '有効期限の誤り、または期限切れ', 'Expiry wrong or past', askIssuer],
  [/^G85$/, '取扱対象外のカード', 'The card is not covered', askIssuer],
  [/^G95$/, 'カード会社が業務を終了している', 'The issuer is closed', wait],
  [/^G/, 'カード会社が拒否した', 'Refused by the issuer', askIssuer],
  [
    /^(?:C|999$)/,
    'カードネットワークが混雑・停止・時間切れ',
    'The card network is busy, closed or timed out',
    wait,
  ],
  [/^020000[13]$/, 'カード番号またはブランドの入力誤り', 'Card number or brand typed wrong', typeAgain],
  [/^0700001$/, '処理対象の記録がない', 'No record to work on', lookThere],
  [/^(?:0200002|04|05|06|99)/, 'カード会社との通信エラー', 'Trouble on the line to the card network', wait],
]

/** The meaning of a `creditErrorCode`; null for one of no known family. */
export function creditErrorMeaning(code: string): CodeMeaning | null {
  const [, ja, en, todo] = families.find(([pattern]) => pattern.test(code)) ?? []
  return ja && en && todo ? { ja, en, todo } : null
}
