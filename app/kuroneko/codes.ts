import type { Words } from './words'

/** What an error code means, and what a person does about it. */
export type CodeMeaning = Words & { todo?: Words }

const later: Words = { ja: '時間をおいてやり直してください。', en: 'Try again later.' }
const askAgain: Words = {
  ja: '取引情報照会で結果を確認してください。',
  en: 'Ask for the transaction’s status before anything else.',
}
const lookThere: Words = {
  ja: 'クロネコの管理画面を確認してください。',
  en: 'Look in Kuroneko’s admin.',
}
const settings: Words = {
  ja: '店舗またはデスクの設定を確認してください。',
  en: 'Check the shop’s or the desk’s settings.',
}
const ourBug: Words = {
  ja: 'Mitame の不具合です。管理者へ連絡してください。',
  en: 'This is a fault of Mitame’s; tell the administrator.',
}
const checkNumber: Words = {
  ja: 'クロネコの受付番号を確認してください。',
  en: 'Check the order’s number at Kuroneko.',
}
const buyer: Words = {
  ja: '購入者に確認を依頼してください。',
  en: 'The buyer has to check the card or try another.',
}
const correctSlip: Words = {
  ja: '伝票番号を訂正してください。',
  en: 'Correct the slip number.',
}
const askThenLater: Words = {
  ja: '取引情報照会で結果を確認し、処理されていなければ時間をおいてやり直してください。',
  en: 'Ask for the transaction’s status; if nothing was done, try again later.',
}
const otherSavedCards: Words = {
  ja: '登録済みのカードを利用するか、削除してからやり直してください。',
  en: 'Use a saved card, or delete one and try again.',
}
const cardAgain: Words = { ja: 'カード情報を入力し直してください。', en: 'Enter the card once more.' }
const listAgain: Words = {
  ja: '登録カードの一覧を表示し直してください。',
  en: 'List the saved cards again before anything else.',
}
const splitParcel: Words = { ja: '荷物を分けて登録してください。', en: 'Split the parcel.' }
const correctDate: Words = { ja: '出荷予定日を訂正してください。', en: 'Correct the planned date.' }
const newPayment: Words = {
  ja: '新しい注文と決済で処理してください。',
  en: 'It takes a new order and a new payment.',
}
const afterNight: Words = { ja: '午前1時以降にやり直してください。', en: 'Try again after 1:00.' }

const table: [codes: string, ja: string, en: string, todo?: Words][] = [
  ['Z010000000', 'メンテナンス中', 'Under maintenance', later],
  ['Z012000001', 'POST以外のリクエスト', 'The request was not a POST', ourBug],
  ['Z012000002', '機能区分がない', 'The request names no function', ourBug],
  ['Z012000003', '機能区分が正しくない', 'The request names an unknown function', ourBug],
  ['Z012000004', '同じ受付番号を処理中', 'The same number is being worked on', askAgain],
  ['Z012000005 Z012000011', '混雑によるタイムアウト', 'Timed out under load', askAgain],
  ['Z012000006', '同時接続数の超過', 'Too many requests at once', later],
  ['Z012000007', '加盟店コードが正しくないか、利用開始前', 'Trader code wrong or not yet in use', settings],
  ['Z012000008', 'API方式の申込みがない', 'The API has not been applied for', settings],
  ['Z012000009', 'グローバルIPアドレスが未登録', 'The caller’s IP address is not registered', settings],
  ['Z012000010', 'パスワードが正しくない', 'Password wrong', settings],
  ['Z019999999', 'システムエラー', 'System error at Kuroneko', askAgain],
  [
    'A012000001 A012000002 A012000003 A082000001 A082000002 A112000001',
    'この加盟店はカード決済を利用できない',
    'Card payment is not open for this shop',
    lookThere,
  ],
  [
    'A012010001 A022010001 A082000003 A092000001',
    '受付番号が使用済み、または決済済み',
    'The number was used already, or is paid already',
    askAgain,
  ],
  [
    'A012020001 A032000001 A042000003 A052000001 A082000005',
    'お預かりサービスの契約がない',
    'Saved cards are not contracted',
    settings,
  ],
  ['A012050001', '3Dセキュア認証エラー', '3-D Secure failed', buyer],
  ['A012050002', '3Dセキュア対象外のカード', 'The card is not covered by 3-D Secure', buyer],
  ['A092000003', '3Dセキュアの応答が正しくない', 'The reply of 3-D Secure was altered', buyer],
  ['A092000004', '3Dセキュアを中断または失敗', 'The buyer gave up or failed 3-D Secure', buyer],
  [
    'A012060001 A022030001 A082000010 A092000005',
    '与信NG（カードが拒否された）',
    'The card was refused',
    buyer,
  ],
  [
    'A012070001 A082000011 A092000006',
    'カードを預けられない（上限または登録済み）',
    'The card could not be saved: three are there, or this one is',
    otherSavedCards,
  ],
  ['A082000004', 'トークンが期限切れ、または使用済み', 'The token is too old or was used', cardAgain],
  [
    'A082000006 A082000012 A075000001 A112000003 A033000001',
    'クロネコ側の処理エラー',
    'Trouble of Kuroneko’s own',
    askThenLater,
  ],
  [
    'A062010005 A062010007 A062030001',
    'クロネコ側の処理エラー（取消）',
    'Trouble of Kuroneko’s own while cancelling',
    askAgain,
  ],
  ['A082000007', '支払回数を利用できない', 'This number of payments is not offered', buyer],
  ['A082000008', 'カード情報の誤り、または有効期限切れ', 'Card data wrong or expired', buyer],
  ['A062010001', '取消の対象となる取引がない', 'There is no such transaction to cancel', lookThere],
  ['A062010002', 'API方式またはカード決済の取引ではない', 'Not a card transaction of the API', lookThere],
  [
    'A062010003',
    '取消済み、または取り消せない状態',
    'Cancelled already, or not in a state to be cancelled',
    lookThere,
  ],
  [
    'A062010004',
    'カード会社で精算済みのため取り消せない',
    'Settled at the acquirer, so it cannot be cancelled',
    lookThere,
  ],
  ['A070000000 A110000000', '夜間処理中（23:00～1:00）', 'Night processing from 23:00 to 1:00', afterNight],
  ['A072000001', '金額変更の契約がない', 'Change of amount is not contracted', settings],
  [
    'A073000001',
    '取引がない、取消済み、またはカード決済ではない',
    'Unknown, cancelled or not a card payment',
    lookThere,
  ],
  ['A073000002', '同梱された注文は金額を変更できない', 'Packed together with another order', lookThere],
  ['A074000001', '変更後の金額が現在と同じ', 'The amount is the same as now', askAgain],
  ['A074000002', '増額の契約がない', 'A higher amount is not contracted', settings],
  ['A076000001', '変更後の金額で与信NG', 'The card was refused for the new amount', buyer],
  [
    'A077000001',
    '変更前の金額の取消に失敗（両方の金額が残っている可能性）',
    'The old amount could not be cancelled; both amounts may stand',
    lookThere,
  ],
  ['A112000002', '再与信できない状態', 'Not in a state to be authorised again', newPayment],
  ['A112000004', '再与信で与信NG', 'The card was refused', newPayment],
  [
    'A043000001 A053000001',
    'カード情報がその後変更された',
    'The saved card has changed meanwhile',
    listAgain,
  ],
  ['A043000002', 'カード情報に変更がない', 'Nothing changed', listAgain],
  ['A044000001', 'カードが有効ではない', 'The card is not valid', buyer],
  ['A054000001', 'カードを削除できない', 'The card could not be deleted', lookThere],
  [
    'E011010251 E021010251',
    'この加盟店は出荷情報を登録・取消できない',
    'The shop may not register or take back shipments',
    lookThere,
  ],
  [
    'E011010351 E021010351 E031010351',
    '注文がないか、その処理ができない状態',
    'Order unknown, or not in a state for this',
    askAgain,
  ],
  ['E011010401', '送り状番号がない', 'The slip number is missing', correctSlip],
  ['E011010402', '送り状番号が12桁ではない', 'The slip number has not 12 digits', correctSlip],
  [
    'E011010404',
    '送り状番号に使えない文字がある',
    'The slip number has characters that are not allowed',
    correctSlip,
  ],
  ['E011010451', '送り状番号が正しくない', 'The slip number is not valid', correctSlip],
  ['E031010471', '出荷予定日が過去の日付', 'The planned date is past', correctDate],
  ['E031010472', '出荷予定日が先すぎる', 'The planned date is too far ahead', correctDate],
  ['E012000001', '送り状番号が登録済み', 'The slip is registered already', askAgain],
  ['E012000002', '送り状番号が99件を超える', 'More than 99 slips', splitParcel],
  ['E012000003', '同梱の合計が30万円を超える', 'The packed orders exceed ¥300,000', splitParcel],
  ['E012000004', '1つの送り状に3件の注文がある', 'Three orders are on this slip already', splitParcel],
  ['E012000005 E022000003', '確定済みの注文', 'The order is fixed already', lookThere],
  ['E012000006', '同梱済みの注文', 'The order is packed already', splitParcel],
  ['E022000001', 'この注文の送り状ではない', 'The slip is not of this order', lookThere],
  ['E022000002', '送り状に他の注文が含まれる', 'The slip carries other orders', lookThere],
  ['E013000001 E023000001 E033000001', '排他エラー（他の処理で変更された）', 'Changed meanwhile', askAgain],
]

const exact = new Map(
  table.flatMap(([codes, ja, en, todo]) =>
    codes.split(' ').map((code): [string, CodeMeaning] => [code, { ja, en, ...(todo && { todo }) }]),
  ),
)

/** By what the code ends in, for every function (kuroneko.md §6). */
const endings: [pattern: RegExp, ja: string, en: string, todo: Words][] = [
  [/^[AE]\d\d1010201$/, '加盟店コードがない', 'The trader code is missing', settings],
  [/^[AE]\d\d1010202$/, '加盟店コードが長すぎる', 'The trader code is too long', settings],
  [
    /^[AE]\d\d1010204$/,
    '加盟店コードに使えない文字がある',
    'The trader code has characters that are not allowed',
    settings,
  ],
  [
    /^A0[345]1010[345]\d\d$/,
    '会員ID・認証キー・チェックサムが正しくない',
    'Member id, authentication key or check sum wrong',
    ourBug,
  ],
  [
    /^(?:A0[18]10104|(?!A0[1-58])[AE]\d\d10103)01$/,
    '受付番号がない',
    'The order number is missing',
    checkNumber,
  ],
  [
    /^(?:A0[18]10104|(?!A0[1-58])[AE]\d\d10103)02$/,
    '受付番号が23文字を超える',
    'The order number has more than 23 characters',
    checkNumber,
  ],
  [
    /^(?:A0[18]10104|(?!A0[1-58])[AE]\d\d10103)04$/,
    '受付番号に使えない文字がある',
    'The order number has characters that are not allowed',
    checkNumber,
  ],
]

/** The meaning of a code in Kuroneko's published lists; null for one that is not there. */
export function listedMeaning(code: string): CodeMeaning | null {
  const found = exact.get(code)
  if (found) return found
  const [, ja, en, todo] = endings.find(([pattern]) => pattern.test(code)) ?? []
  return ja && en ? { ja, en, ...(todo && { todo }) } : null
}

/** Every code that is listed by itself, in the lists' order. */
export const listedCodes: readonly string[] = [...exact.keys()]
