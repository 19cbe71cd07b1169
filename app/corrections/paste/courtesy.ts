/** What people write around a request: greetings, closings, signatures, headings, rules. All patterns see folded text. */

/** What stands between two stops of a greeting or closing. Each pattern sees one such part, never a whole line. */
const courtesyPhrases = [
  '(?:いつも)?(?:大変)?お世話(?:に|様に)(?:なって)?(?:おり|い)?ます',
  'お疲れ(?:様|さま)です',
  'はじめまして|初めまして|こんにちは|いつもありがとうございます',
  '(?:いつも)?(?:大変)?(?:ありがとうございます|有難うございます)',
  '(?:お忙しい|ご多忙の?)(?:ところ|中)?(?:を)?(?:大変)?(?:恐れ入り|恐縮です|申し訳(?:ございません|ありません|ない))?(?:ますが|ですが|が)?',
  '(?:大変)?(?:恐れ入りますが|恐縮ですが|申し訳(?:ございません|ありません)が?|お手数(?:を?お?[掛か]け(?:いたし|致し|し)?ます|です)?が?)',
  '(?:以上|ご?対応|ご?確認|ご検討|お手続き|変更)?(?:の?ほど|の?程|を)?(?:何卒|どうぞ)?(?:宜しく|よろしく)(?:お願い|御願い)?(?:(?:いた|致)?し(?:ます|ております)|申し上げます)?',
  '(?:以上|何卒|どうぞ)',
  '(?:以上|ご?対応|ご?確認|変更|ステータス変更)?(?:の?ほど|の?程|を)?お願い(?:(?:いた|致)?します|申し上げます|できますでしょうか)',
  '(?:ご?対応|ご?確認)(?:の?ほど|の?程)',
  '(?:以下|下記|次)の?(?:内容|注文|件|とおり|通り)?(?:について|につきまして|に関して|の通り|のとおり|を|で)?(?:見た目上の)?(?:ステータス)?の?(?:変更)?[をの]?(?:ご?依頼|お願い|ご?連絡)?(?:(?:いた|致)?します|です|したく存じます|したいです)?',
  '(?:見た目上の)?ステータスの?変更[のを]?(?:ご?依頼|お願い|希望)?(?:(?:いた|致)?します|です|について|の件)?',
  '(?:ご?対応|ご?確認)?(?:いただ|頂)けますと幸いです',
  '(?:対象は)?(?:以下|下記)?の?計?\\d{1,3}件(?:です|あります|ございます|になります)?',
  '以上(?:です|となります|になります)',
  '記|敬具|拝啓|前略|草々',
  '取り急ぎ(?:ご連絡|用件)?まで',
  '[^\\dはがを]{0,15}(?:御中|各位|担当者?様|担当者?さま|サポート(?:担当)?様|デスク様)',
  '[^\\dはがを]{0,20}(?:店|ショップ|会社|[Ss]hop|SHOP)(?:の[^\\dはがを]{1,10})?(?:です|と申します|でございます)',
  '[^\\dはがを]{1,15}と申します',
] as const

const courtesyPhrase = new RegExp(`^(?:${courtesyPhrases.join('|')})$`, 'u')

/** Lines as a signature has them. A line that ends like a sentence is none. */
const signatureLine = new RegExp(
  [
    '^(?:株式会社|有限会社|合同会社|\\(株\\)|㈱|\\(有\\))[^。はがを]{0,30}$',
    '^[^。はがを]{0,30}(?:株式会社|有限会社|合同会社|\\(株\\)|㈱)(?: [^。はがを]{0,20})?$',
    '^(?:TEL|FAX|Tel|Fax|tel|fax|電話|〒|https?://|www\\.|E-?mail|Mail|mail)[^。]{0,100}$',
    '^[\\w.+-]{1,60}@[\\w.-]{1,60}$',
    '^〒?\\d{3}-\\d{4}[^。はがを]{0,60}$',
    '^\\(?0\\d{1,4}\\)?-\\d{1,4}-\\d{3,4}$',
    '^(?:東京都|北海道|京都府|大阪府|[^。はがを]{2,3}県)[^。はがを]{0,60}\\d[^。はがを]{0,30}$',
    '^[^ 。、はがを]{1,20}(?:店|ショップ|(?:営業|販売|管理|受注|総務|経理|通販|運営|事業|サポート|EC)(?:部|課|係)|[Ss]hop|SHOP|[Ss]tore)(?:[ /][^ 。はがを]{1,20}){0,2}$',
    '^(?:担当|店長)[ :/][^。はがを]{1,20}$',
  ].join('|'),
  'u',
)

/** Where a forwarded or answered mail begins. */
const mailHead = [
  /^-{2,} ?(?:Original Message|Forwarded message|元のメッセージ|転送).{0,40}$/iu,
  /^\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?.{0,80}(?::|wrote|書きました。?)$/u,
  /^On .{5,120} wrote:?$/iu,
]

const rule = /^[-=_*~#+─━—―ー－─・…‥.◇◆■□●○☆★※＊]{3,}$/u

const headingWord =
  '(?:\\d{1,3}|[一二三四五六七八九十]{1,3}) ?(?:件目|つ目|番目)|(?:ご?注文|ご?依頼|案件|対象|No\\.?|その|件) ?(?:\\d{1,3}|[①-⑳])'
const heading = new RegExp(
  `^[【\\[「(<〈《]?(?:${headingWord})(?:の注文|のご?依頼)?[】\\]」)>〉》]?(?= |:|[A-Za-z]|$) ?:? ?`,
  'u',
)

/** Bullets and numbering before a line: 「・」「1.」「(1)」「①」 and their kin. */
export const bullet =
  /^ *(?:(?:[・•●○■□◆◇▼▽▲△★☆※*◎▶►◯☐☑✓✔→⇒\-–—‐]|[①-⑳❶-❿]|\(\d{1,2}\)|\[\d{1,2}\]|\d{1,2}[.)](?!\d)) *){1,3}/u

const dittoWords =
  '(?:他|ほか|その他|あと|残り|以下|内容|それ以外|番号以外)?(?:は|も)?[、,]?(?:全て|すべて)?(?:同上|同じく|同様|同じ|〃|々|同文|上と同じ|上に同じ|上記と同じ|上記に同じ|上記同様|上記と同様|前と同じ|前の注文と同じ|上の注文と同じ|1つ上と同じ)'
const ditto = new RegExp(
  `^[(「]?(?:(?<nth>\\d{1,3})(?:件目|つ目|番目)と(?:同じ|同様)|${dittoWords})(?:内容|です|でお願いします|でお願いいたします|になります)?[)」]?。?$`,
  'u',
)

/** Nothing in a longer line is courtesy; the limit keeps the patterns quick on any input. */
const longestCourtesy = 160

export function isCourtesy(folded: string): boolean {
  const line = folded.trim()
  if (line.length > longestCourtesy) return false
  if (mailHead.some((head) => head.test(line))) return true
  const parts = line.split(/[ 。、,.!…~]+/u).filter(Boolean)
  return parts.length > 0 && parts.every((part) => courtesyPhrase.test(part))
}

export function isSignature(folded: string): boolean {
  const line = folded.trim()
  return line.length <= longestCourtesy && signatureLine.test(line)
}

export function isRule(folded: string): boolean {
  const line = folded.replaceAll(' ', '')
  // Two dashes alone stand before the signature of a mail.
  return line === '--' || rule.test(line)
}

/** How many characters at the start of the line are an ordinal heading such as 「1件目」; 0 where there is none. */
export function headingLength(folded: string): number {
  return heading.exec(folded)?.[0].length ?? 0
}

/** 「同上」 and the like: which request it points to, counted from 1, or the one before. */
export function readDitto(folded: string): number | 'previous' | undefined {
  const found = ditto.exec(folded.slice(0, 60).replaceAll(' ', ''))
  if (!found || folded.length > 60) return undefined
  return found.groups?.nth ? Number(found.groups.nth) : 'previous'
}
