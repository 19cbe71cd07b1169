import type { ParsedRequest } from '~/corrections/paste/parse'

/** What a person would expect of a pasted text. `doubts` lists every problem of the request as `code` or `code:field`. */
export type Expected = Partial<Omit<ParsedRequest, 'sources' | 'problems'>> & { doubts?: readonly string[] }
export type Case = {
  name: string
  text: string
  requests: readonly Expected[]
  problems?: readonly string[]
}

export const numberA = 'P024110512345678901'
export const numberB = 'P024110598765432102'
export const numberC = 'P024111011122233344'

const reason = 'クロネコ側で実売上後のキャンセルに成功したため'
const rest = `・ご希望の決済ステータス:注文キャンセル
・配送ステータス:未処理
・クロネコ側のステータス:決済キャンセル済み
・経緯など、ご事情:${reason}`
const exact = {
  paymentStatus: 'cancelled',
  shippingStatus: 'unshipped',
  kuronekoStatus: 'cancelled',
  kuronekoWords: null,
  reason,
} as const
const a = { orderNumber: numberA, ...exact }
const b = { orderNumber: numberB, ...exact }
const c = { orderNumber: numberC, ...exact }
const full = (number: string) => `・対象注文番号:${number}\n${rest}`
const missing = [
  'field_missing:paymentStatus',
  'field_missing:shippingStatus',
  'field_missing:kuronekoStatus',
  'field_missing:reason',
]
const copied = [
  'copied_from_above:paymentStatus',
  'copied_from_above:shippingStatus',
  'copied_from_above:kuronekoStatus',
  'copied_from_above:reason',
]

const wholePosts: readonly Case[] = [
  {
    name: 'the template as it is meant',
    text: `以下について、ステータス変更を依頼します。\n${full(numberA)}`,
    requests: [a],
  },
  { name: 'CRLF', text: full(numberA).replaceAll('\n', '\r\n'), requests: [a] },
  { name: 'CR only', text: full(numberA).replaceAll('\n', '\r'), requests: [a] },
  {
    name: 'full-width colons and number',
    text: full('Ｐ０２４１１０５１２３４５６７８９０１').replaceAll(':', '：'),
    requests: [a],
  },
  { name: 'lower-case p', text: full('p024110512345678901'), requests: [a] },
  { name: 'no bullets', text: full(numberA).replaceAll('・', ''), requests: [a] },
  { name: 'other bullets', text: full(numberA).replace('・', '■').replaceAll('・', '- '), requests: [a] },
  { name: 'black dots', text: full(numberA).replaceAll('・', '● '), requests: [a] },
  {
    name: 'numbered fields',
    text: `1. 対象注文番号:${numberA}\n2. ご希望の決済ステータス:注文キャンセル\n3. 配送ステータス:未処理\n4. クロネコ側のステータス:決済キャンセル済み\n5. 経緯など、ご事情:${reason}`,
    requests: [a],
  },
  {
    name: 'circled numbers and labels in brackets',
    text: `①【対象注文番号】${numberA}\n②【ご希望の決済ステータス】注文キャンセル\n③【配送ステータス】未処理\n④【クロネコ側のステータス】決済キャンセル済み\n⑤【経緯など、ご事情】${reason}`,
    requests: [a],
  },
  { name: 'equals signs', text: full(numberA).replaceAll(':', '＝'), requests: [a] },
  { name: 'arrows after the labels', text: full(numberA).replaceAll(':', ' → '), requests: [a] },
  {
    name: 'only spaces after the labels',
    text: full(numberA).replaceAll(':', '　').replace('経緯など、ご事情　', '経緯など、ご事情 '),
    requests: [a],
  },
  { name: 'tabs after the labels', text: full(numberA).replaceAll(':', '\t'), requests: [a] },
  { name: 'values below their labels', text: full(numberA).replaceAll(':', '\n'), requests: [a] },
  {
    name: 'values below, blank lines between',
    text: full(numberA).replaceAll(':', ':\n\n').replaceAll('\n・', '\n\n・'),
    requests: [a],
  },
  {
    name: 'half-width katakana',
    text: full(numberA)
      .replace('注文キャンセル', '注文ｷｬﾝｾﾙ')
      .replace('クロネコ側のステータス', 'ｸﾛﾈｺ側のｽﾃｰﾀｽ'),
    requests: [a],
  },
  {
    name: 'spaces and zero-width characters inside',
    text: full(`${numberA}\u200b`).replace('注文キャンセル', '注文 キャンセル　'),
    requests: [a],
  },
  { name: 'quoted mail', text: full(numberA).replace(/^/gmu, '> '), requests: [a] },
  { name: 'twice quoted mail', text: full(numberA).replace(/^/gmu, '>> '), requests: [a] },
  { name: 'full-width quotation marks', text: full(numberA).replace(/^/gmu, '＞'), requests: [a] },
  { name: 'quoted with bars', text: full(numberA).replace(/^/gmu, '| '), requests: [a] },
  {
    name: 'greeting, closing and signature',
    text: `makeshop サポート ご担当者様\n\nいつもお世話になっております。\n山田商店の山田です。\n\n以下について、ステータス変更を依頼します。\n\n${full(numberA)}\n\nお忙しいところ恐れ入りますが、よろしくお願いいたします。\n\n--\n株式会社山田商店\n担当:山田太郎\nTEL 03-1234-5678\nhttps://shop.example.jp/`,
    requests: [a],
  },
  { name: 'indented with full-width spaces', text: full(numberA).replace(/^/gmu, '　'), requests: [a] },
  {
    name: 'everything on one line',
    text: `対象注文番号:${numberA} 決済:注文キャンセル 配送:未処理 クロネコ側:決済キャンセル済み 理由:${reason}`,
    requests: [a],
  },
  {
    name: 'everything on one line behind a greeting, with slashes',
    text: `お世話になっております。注文番号:${numberA}／決済ステータス:注文キャンセル／配送ステータス:未処理／クロネコ側のステータス:決済キャンセル済み／経緯:${reason}`,
    requests: [a],
  },
  {
    name: 'other words for the labels',
    text: `対象の注文番号:${numberA}\n希望決済ステータス:注文キャンセル\n配送状況:未処理\nクロネコ側ステータス:決済キャンセル済み\n経緯など・ご事情:${reason}`,
    requests: [a],
  },
  {
    name: 'codes of the API',
    text: full(numberA)
      .replace('注文キャンセル', 'cancelled')
      .replace('未処理', 'unshipped')
      .replace('決済キャンセル済み', 'CANCELLED'),
    requests: [a],
  },
  {
    name: 'another order of the fields',
    text: `${rest}\n・対象注文番号:${numberA}`,
    requests: [a],
  },
  {
    name: 'a mail head above',
    text: `差出人: 山田 <yamada@example.jp>\n件名: ステータス変更のお願い\n送信日時: 2026年11月20日\n\n${full(numberA)}`,
    requests: [a],
  },
]

const severalOrders: readonly Case[] = [
  { name: 'two blocks', text: `${full(numberA)}\n\n${full(numberB)}`, requests: [a, b] },
  { name: 'two blocks without a blank line', text: `${full(numberA)}\n${full(numberB)}`, requests: [a, b] },
  {
    name: 'blocks under headings',
    text: `【1件目】\n${full(numberA)}\n\n【2件目】\n${full(numberB)}`,
    requests: [a, b],
  },
  {
    name: 'blocks between rules',
    text: `■注文1\n${full(numberA)}\n--------------------\n■注文2\n${full(numberB)}\n＝＝＝＝＝＝＝＝`,
    requests: [a, b],
  },
  { name: 'numbers with 、', text: full(`${numberA}、${numberB}`), requests: [a, b] },
  {
    name: 'numbers with commas and slashes',
    text: full(`${numberA}，${numberB} / ${numberC}`),
    requests: [a, b, c],
  },
  {
    name: 'numbers with と and 及び',
    text: full(`${numberA}と${numberB} 及び ${numberC}`),
    requests: [a, b, c],
  },
  { name: 'numbers with spaces', text: full(`${numberA} ${numberB}`), requests: [a, b] },
  { name: 'numbers with ・', text: full(`${numberA}・${numberB}`), requests: [a, b] },
  {
    name: 'numbers on lines of their own, counted',
    text: full(`計3件\n${numberA}\n${numberB}\n${numberC}\n`).replace('計3件', ''),
    requests: [a, b, c],
  },
  { name: 'numbers as a numbered list', text: full(`\n① ${numberA}\n② ${numberB}`), requests: [a, b] },
  {
    name: 'the label for each number, then the rest once',
    text: `対象注文番号:${numberA}\n対象注文番号:${numberB}\n${rest}`,
    requests: [a, b],
  },
  { name: 'count that is right', text: full(`${numberA}、${numberB}（計2件）`), requests: [a, b] },
  {
    name: 'count of others that are not named',
    text: full(`${numberA}、他2件`),
    requests: [a],
    problems: ['number_unused'],
  },
  {
    name: 'the last digits only',
    text: full(`${numberA}、902`),
    requests: [a],
    problems: ['number_unused'],
  },
  {
    name: 'a range',
    text: full(`${numberA}～${numberB}`),
    requests: [
      { ...a, doubts: ['number_range:orderNumber'] },
      { ...b, doubts: ['number_range:orderNumber'] },
    ],
  },
  {
    name: 'number and 同上 below',
    text: `${full(numberA)}\n\n${numberB}\n同上`,
    requests: [a, { ...b, doubts: ['number_without_label:orderNumber', ...copied] }],
  },
  {
    name: 'number and (上と同じ) on one line',
    text: `${full(numberA)}\n\n${numberB}（上と同じ）\n${numberC} 同上`,
    requests: [
      a,
      { ...b, doubts: ['number_without_label:orderNumber', ...copied] },
      { ...c, doubts: ['number_without_label:orderNumber', ...copied] },
    ],
  },
  {
    name: 'labelled number and 他は同上',
    text: `${full(numberA)}\n\n・対象注文番号:${numberB}\n他は同上です。`,
    requests: [a, { ...b, doubts: copied }],
  },
  {
    name: '同上 in single fields, and the first request named',
    text: `${full(numberA)}\n\n${full(numberB).replace('未処理', '配送完了').replace(reason, '同上')}\n\n・対象注文番号:${numberC}\n1件目と同じ`,
    requests: [
      a,
      { ...b, shippingStatus: 'shipped', doubts: ['copied_from_above:reason'] },
      { ...c, doubts: copied },
    ],
  },
  {
    name: '同上 with nothing above',
    text: `・対象注文番号:${numberA}\n・ご希望の決済ステータス:同上\n・配送ステータス:未処理\n・クロネコ側のステータス:決済キャンセル済み\n・経緯:${reason}`,
    requests: [{ ...a, paymentStatus: null, doubts: ['nothing_to_copy:paymentStatus'] }],
  },
  {
    name: 'a number alone after a whole block',
    text: `${full(numberA)}\n\n・対象注文番号:${numberB}`,
    requests: [a, { orderNumber: numberB, paymentStatus: null, doubts: missing }],
  },
  {
    name: 'the same twice',
    text: `${full(numberA)}\n\n${full(numberA)}`,
    requests: [a],
    problems: ['duplicate_merged'],
  },
  {
    name: 'the same number twice on one line',
    text: full(`${numberA}、${numberA}`),
    requests: [a],
    problems: ['duplicate_merged'],
  },
  {
    name: 'a list of numbers first, then a block for each',
    text: `${numberA}\n${numberB}\n\n【1件目】\n${full(numberA)}\n【2件目】\n${full(numberB)}`,
    requests: [
      { ...a, doubts: ['number_without_label:orderNumber'] },
      { ...b, doubts: ['number_without_label:orderNumber'] },
    ],
    problems: ['duplicate_merged', 'duplicate_merged'],
  },
  {
    name: 'the same number with another wish',
    text: `${full(numberA)}\n\n${full(numberA).replace('注文キャンセル', '決済完了')}`,
    requests: [
      { ...a, doubts: ['number_conflict:orderNumber'] },
      { ...a, paymentStatus: 'captured', doubts: ['number_conflict:orderNumber'] },
    ],
  },
]

const orderNumbers: readonly Case[] = [
  {
    name: 'suffix of a repayment',
    text: full(`${numberA}-1`),
    requests: [{ ...a, orderNumber: `${numberA}-1` }],
  },
  {
    name: 'suffix with a full-width dash',
    text: full(`${numberA}－２`),
    requests: [{ ...a, orderNumber: `${numberA}-2` }],
  },
  {
    name: 'letter after the P',
    text: full('PA24110512345678901'),
    requests: [{ ...a, orderNumber: 'PA24110512345678901' }],
  },
  {
    name: 'legacy number',
    text: full('ab12345678cd90123456'),
    requests: [{ ...a, orderNumber: 'AB12345678CD90123456' }],
  },
  {
    name: 'digits only',
    text: full('20241105123456789'),
    requests: [{ ...a, orderNumber: '20241105123456789' }],
  },
  {
    name: 'short number',
    text: full('A1234'),
    requests: [{ ...a, orderNumber: 'A1234', doubts: ['number_unusual:orderNumber'] }],
  },
  { name: 'spaces inside one number', text: full('P0241 1051 2345 6789 01'), requests: [a] },
  { name: 'a space after the P', text: full('P 024110512345678901'), requests: [a] },
  {
    name: 'spaces inside something shorter',
    text: full('P0241 1051 2345'),
    requests: [{ ...a, orderNumber: 'P024110512345', doubts: ['number_joined:orderNumber'] }],
  },
  { name: 'no colon before the number', text: full(numberA).replace('番号:', '番号'), requests: [a] },
  { name: 'は instead of a colon', text: full(numberA).replace('番号:', '番号は'), requests: [a] },
  {
    name: 'masked number',
    text: full('P**********'),
    requests: [{ ...a, orderNumber: null, doubts: ['number_masked:orderNumber'] }],
  },
  {
    name: 'number masked with Xs',
    text: full('PXXXXXXXXXX'),
    requests: [{ ...a, orderNumber: null, doubts: ['number_masked:orderNumber'] }],
  },
  {
    name: 'half masked number',
    text: full('P0241105●●●●●●8901'),
    requests: [{ ...a, orderNumber: null, doubts: ['number_masked:orderNumber'] }],
  },
  {
    name: 'no number',
    text: full(''),
    requests: [{ ...a, orderNumber: null, doubts: ['field_missing:orderNumber'] }],
  },
  {
    name: 'words instead of a number',
    text: full('後ほど連絡します'),
    requests: [{ ...a, orderNumber: null, doubts: ['number_unreadable:orderNumber'] }],
  },
  {
    name: 'words and a date beside the number',
    text: full(`${numberA}（2026/11/05 佐藤様）`),
    requests: [{ ...a, doubts: ['number_extra_text:orderNumber'] }],
  },
  { name: 'corner brackets', text: full(`「${numberA}」`), requests: [a] },
  {
    name: 'a number in a sentence outside',
    text: `${numberB}の件は別途ご相談します。\n\n${full(numberA)}`,
    requests: [a],
    problems: ['number_unused'],
  },
  {
    name: 'another number in the reason',
    text: full(numberA).replace(reason, `${numberB}で再注文いただいたため`),
    requests: [{ ...a, reason: `${numberB}で再注文いただいたため`, doubts: ['number_in_reason:reason'] }],
  },
]

const numberNotes: readonly Case[] = [
  {
    name: 'the last two digits set apart',
    text: full('P0241105123456789 01'),
    requests: [{ ...a, doubts: ['number_joined:orderNumber'] }],
  },
  {
    name: 'a note behind each number of a list',
    text: full(`\n${numberA}(返品)\n${numberB}(1件目)`),
    requests: [
      { ...a, doubts: ['number_extra_text:orderNumber'] },
      { ...b, doubts: ['number_extra_text:orderNumber'] },
    ],
  },
  {
    name: 'numbered fields on one line',
    text: `1)対象注文番号:${numberA} 2)ご希望の決済ステータス:注文キャンセル 3)配送ステータス:未処理 4)クロネコ側のステータス:決済キャンセル済み 5)経緯:${reason}`,
    requests: [a],
  },
]

const examplesLeft: readonly Case[] = [
  {
    name: 'the template, untouched',
    text: `以下について、ステータス変更を依頼します。\n・対象注文番号:(例:P**********)\n・ご希望の決済ステータス:(例:決済完了・注文キャンセル など)\n・配送ステータス:(例:未処理・注文キャンセル など)\n・クロネコ側のステータス:(例:決済キャンセル済み・実売上済み など)\n・経緯など、ご事情:(例:${reason})`,
    requests: [
      {
        orderNumber: null,
        paymentStatus: null,
        shippingStatus: null,
        kuronekoStatus: null,
        reason: null,
        doubts: [
          'example_only:orderNumber',
          'example_only:paymentStatus',
          'example_only:shippingStatus',
          'example_only:kuronekoStatus',
          'example_only:reason',
        ],
      },
    ],
  },
  {
    name: 'examples beside the values',
    text: `・対象注文番号:${numberA}(例:P**********)\n・ご希望の決済ステータス:(例:決済完了・注文キャンセル など) 注文キャンセル\n・配送ステータス:未処理\n・クロネコ側のステータス:決済キャンセル済み\n・経緯など、ご事情:${reason}`,
    requests: [{ ...a, doubts: ['example_left:orderNumber', 'example_left:paymentStatus'] }],
  },
  {
    name: 'the example in the label, the value below',
    text: full(numberA).replace('番号:', '番号(例:P**********)\n'),
    requests: [a],
  },
  {
    name: 'the example without brackets',
    text: full(numberA).replace('注文キャンセル', '決済完了・注文キャンセル など'),
    requests: [{ ...a, paymentStatus: null, doubts: ['status_ambiguous:paymentStatus'] }],
  },
]

const payment = (words: string) => full(numberA).replace('注文キャンセル', words)
const shipping = (words: string) => full(numberA).replace('未処理', words)
const claim = (words: string) => full(numberA).replace('決済キャンセル済み', words)
const doubtful = (words: string, status: Expected['paymentStatus'], code = 'status_resembles'): Case => ({
  name: `payment ${words}`,
  text: payment(words),
  requests: [{ ...a, paymentStatus: status, doubts: [`${code}:paymentStatus`] }],
})
const claimed = (words: string, status: Expected['kuronekoStatus'], code = 'status_resembles'): Case => ({
  name: `Kuroneko ${words}`,
  text: claim(words),
  requests: [
    {
      ...a,
      kuronekoStatus: status,
      kuronekoWords: status === null ? null : words,
      doubts: [`${code}:kuronekoStatus`],
    },
  ],
})
const shipped = (words: string, status: Expected['shippingStatus'], code?: string): Case => ({
  name: `shipping ${words}`,
  text: shipping(words),
  requests: [{ ...a, shippingStatus: status, doubts: code ? [`${code}:shippingStatus`] : [] }],
})

const statuses: readonly Case[] = [
  doubtful('キャンセル', 'cancelled'),
  doubtful('ｷｬﾝｾﾙ済', 'cancelled'),
  doubtful('キャンセル済み', 'cancelled'),
  doubtful('取り消し', 'cancelled'),
  doubtful('注文キャンセルに変更をお願いします。'.replace('変更を', ''), 'cancelled'),
  doubtful('注文キャンセルへの変更希望', 'cancelled'),
  doubtful('売上確定済み', 'captured'),
  doubtful('実売上処理済', 'captured'),
  doubtful('決済済み', 'captured'),
  doubtful('仮売り上げ', 'authorized'),
  doubtful('与信', 'authorized'),
  doubtful('そのまま', 'unchanged'),
  doubtful('注文キャンセル（返金済み）', 'cancelled'),
  doubtful('決済完了→注文キャンセル', 'cancelled', 'status_arrow'),
  doubtful('決済完了から注文キャンセルへ', 'cancelled', 'status_arrow'),
  doubtful('決済完了または注文キャンセル', null, 'status_ambiguous'),
  doubtful('キャンセルしていない', null, 'status_negated'),
  doubtful('未キャンセル', null, 'status_negated'),
  doubtful('キャンセルできません', null, 'status_negated'),
  doubtful('注文キャンセル(ではない)', null, 'status_negated'),
  doubtful('キャンセル予定', null, 'status_negated'),
  doubtful('注文キャンセルを変更', null, 'status_unknown'),
  doubtful('よくわかりません', null, 'status_unknown'),
  shipped('キャンセル', 'cancelled'),
  shipped('注文キャンセル', 'cancelled'),
  shipped('未配送', 'unshipped'),
  shipped('配送完了', 'shipped'),
  shipped('変更なし', 'unchanged'),
  shipped('未発送', 'unshipped', 'status_resembles'),
  shipped('発送済み', 'shipped', 'status_resembles'),
  shipped('配送', 'shipped', 'status_resembles'),
  shipped('変更不要', 'unchanged', 'status_resembles'),
  shipped('現状のまま', 'unchanged', 'status_resembles'),
  shipped('未処理（未発送）', 'unshipped', 'status_resembles'),
  shipped('発送していない', null, 'status_negated'),
  claimed('取消', 'cancelled'),
  claimed('精算確定', 'captured'),
  claimed('精算確定待ち', 'captured'),
  claimed('与信完了', 'authorized'),
  claimed('該当なし', 'not_found'),
  claimed('クロネコ側では取消済みです', 'cancelled'),
  claimed('決済依頼取消エラー', 'other', 'claim_other'),
  claimed('キャンセルできませんでした', 'other', 'claim_other'),
  claimed('ヤマトに確認中', 'other', 'claim_other'),
  claimed('決済キャンセル済み・実売上済み', null, 'status_ambiguous'),
  {
    name: 'Kuroneko 実売上済み',
    text: claim('実売上済み'),
    requests: [{ ...a, kuronekoStatus: 'captured' }],
  },
  { name: 'Kuroneko その他', text: claim('その他'), requests: [{ ...a, kuronekoStatus: 'other' }] },
  {
    name: 'neither is to change',
    text: payment('変更なし').replace('未処理', '変更なし'),
    requests: [
      {
        ...a,
        paymentStatus: 'unchanged',
        shippingStatus: 'unchanged',
        doubts: ['nothing_to_change:paymentStatus'],
      },
    ],
  },
]

const reasons: readonly Case[] = [
  {
    name: 'a reason over several lines with a blank one',
    text: `${full(numberA)}\n管理画面では変更できません。\n\n返金は完了しています。\n\nよろしくお願いいたします。\n山田商店`,
    requests: [{ ...a, reason: `${reason}\n管理画面では変更できません。\n\n返金は完了しています。` }],
  },
  {
    name: 'a reason that lists points and times',
    text: `${full(numberA)}\n・11/20 お客様より連絡\n日時:11/21 取消`,
    requests: [{ ...a, reason: `${reason}\n・11/20 お客様より連絡\n日時:11/21 取消` }],
  },
  {
    name: 'a reason with the words of a label inside',
    text: full(numberA).replace(reason, '配送ステータス:未処理のまま取り消したため'),
    requests: [{ ...a, reason: '配送ステータス:未処理のまま取り消したため' }],
  },
  {
    name: 'two reasons',
    text: `${full(numberA)}\n・備考:返金済み`,
    requests: [
      { ...a, reason: `${reason}\n返金済み`, doubts: ['label_guessed:reason', 'label_repeated:reason'] },
    ],
  },
  {
    name: 'no reason',
    text: full(numberA).replace(reason, ''),
    requests: [{ ...a, reason: null, doubts: ['field_missing:reason'] }],
  },
  {
    name: 'words after the closing',
    text: `${full(numberA)}\n\nよろしくお願いいたします。\n2件目は来週お送りします。`,
    requests: [a],
    problems: ['unread_text'],
  },
]

const labels: readonly Case[] = [
  {
    name: 'a label that could mean something else',
    text: full(numberA).replace('ご希望の決済ステータス', 'ご希望のステータス'),
    requests: [{ ...a, doubts: ['label_guessed:paymentStatus'] }],
  },
  {
    name: 'the present status is not the wish',
    text: `・対象注文番号:${numberA}\n・現在の決済ステータス:決済完了\n${rest}`,
    requests: [a],
    problems: ['label_unused'],
  },
  {
    name: 'a label twice with the same value',
    text: full(numberA).replace('・配送', '・ご希望の決済ステータス:注文キャンセル\n・配送'),
    requests: [{ ...a, doubts: ['label_repeated:paymentStatus'] }],
  },
  {
    name: 'a label twice with different values',
    text: full(numberA).replace('・配送', '・ご希望の決済ステータス:決済完了\n・配送'),
    requests: [{ ...a, paymentStatus: null, doubts: ['label_conflict:paymentStatus'] }],
  },
  {
    name: 'a slip number is no order number',
    text: `・対象注文番号:${numberA}\n・伝票番号:471002345671\n${rest}`,
    requests: [a],
    problems: ['label_unused'],
  },
]

const header =
  '対象注文番号\tご希望の決済ステータス\t配送ステータス\tクロネコ側のステータス\t経緯など、ご事情'
const row = (number: string) => `${number}\t注文キャンセル\t未処理\t決済キャンセル済み\t${reason}`
const byPosition = [
  'position_guessed:orderNumber',
  'position_guessed:paymentStatus',
  'position_guessed:shippingStatus',
  'position_guessed:kuronekoStatus',
  'position_guessed:reason',
]

const tables: readonly Case[] = [
  { name: 'rows from a spreadsheet', text: `${header}\n${row(numberA)}\n${row(numberB)}`, requests: [a, b] },
  {
    name: 'rows without a heading',
    text: `${row(numberA)}\n${row(numberB)}`,
    requests: [
      { ...a, doubts: byPosition },
      { ...b, doubts: byPosition },
    ],
  },
  { name: 'CSV', text: `${header}\n${row(numberA)}`.replaceAll('\t', ','), requests: [a] },
  {
    name: 'quoted CSV',
    text: `${header}\n${row(numberA)}`.replace(/[^\t\n]+/gu, '"$&"').replaceAll('\t', ','),
    requests: [a],
  },
  {
    name: 'other order of the columns, one of them foreign',
    text: `No.\t注文番号\t理由\t決済\t配送\tクロネコ側\n1\t${numberA}\t${reason}\t注文キャンセル\t未処理\t決済キャンセル済み`,
    requests: [a],
    problems: ['label_unused'],
  },
  {
    name: 'a cell with a line break',
    text: `${header}\n${row(numberA).replace(reason, `"${reason}\n返金済み"`)}\n${row(numberB)}`,
    requests: [{ ...a, reason: `${reason}\n返金済み` }, b],
  },
  {
    name: 'ditto marks in a row',
    text: `${header}\n${row(numberA)}\n${numberB}\t〃\t〃\t同上\t〃`,
    requests: [a, { ...b, doubts: copied }],
  },
  {
    name: 'two columns, label and value',
    text: full(numberA).replaceAll(':', '\t').replaceAll('・', ''),
    requests: [a],
  },
  {
    name: 'five lines without labels',
    text: `${numberA}\n注文キャンセル\n未処理\n決済キャンセル済み\n${reason}`,
    requests: [{ ...a, doubts: ['number_without_label:orderNumber', ...byPosition.slice(1)] }],
  },
]

const nothing: readonly Case[] = [
  { name: 'nothing at all', text: '', requests: [], problems: ['nothing_found'] },
  { name: 'only blanks', text: ' \n　\r\n\t', requests: [], problems: ['nothing_found'] },
  {
    name: 'only a greeting',
    text: 'お世話になっております。\nよろしくお願いいたします。',
    requests: [],
    problems: ['nothing_found'],
  },
  {
    name: 'free text',
    text: '先日の注文ですが、ステータスが合いません。',
    requests: [],
    problems: ['nothing_found', 'unread_text'],
  },
  {
    name: 'free text with a number',
    text: `${numberA}をキャンセルにしてもらえますか。`,
    requests: [],
    problems: ['nothing_found', 'number_unused'],
  },
]

export const messy: readonly Case[] = [
  ...wholePosts,
  ...severalOrders,
  ...orderNumbers,
  ...numberNotes,
  ...examplesLeft,
  ...statuses,
  ...reasons,
  ...labels,
  ...tables,
  ...nothing,
]
