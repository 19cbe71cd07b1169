import { describe, expect, it } from 'vitest'
import {
  claimVocabulary,
  paymentVocabulary,
  readStatus,
  shippingVocabulary,
} from '~/corrections/paste/read-status'

const words = [
  'キャンセル',
  '注文キャンセル',
  '決済キャンセル',
  '取消',
  '取り消し',
  '実売上',
  '売上確定',
  '決済完了',
  '仮売上',
  '配送完了',
  '発送',
  '返送',
  '与信',
]
/** Ways to say that something is not so, not yet so, or may be so. */
const frames = [
  '未*',
  '不*',
  '*していない',
  '*してない',
  '*しません',
  '*していません',
  '*されていません',
  '*できない',
  '*できません',
  '*できませんでした',
  '*せず',
  '*ではない',
  '*ではありません',
  '*でない',
  '*じゃないです',
  '*なし',
  '*は無し',
  '*不可',
  '*失敗',
  '*エラー',
  '*待ち',
  '*予定',
  '*予定です',
  '*処理中',
  '*依頼中',
  '*前',
  '*する前',
  '*以外',
  '*忘れ',
  '*漏れ',
  '*解除',
  '*の取りやめ',
  '*のつもり',
  '*かもしれません',
  '*?',
  '*ですか',
  '*料',
  '×*',
  '*（ではない）',
  '*(未)',
  '*（予定）',
  '*(失敗)',
  '*を希望しません',
  '*から戻す',
  '*にしないでください',
  '*を変更',
  '非*',
  '*したい訳ではない',
]
const negated = words.flatMap((word) => frames.map((frame) => frame.replace('*', word)))

describe('a status that is denied, planned or doubted', () => {
  it.each(negated)('%s', (words) => {
    expect(readStatus(words, paymentVocabulary).value).toBeNull()
    expect([null, 'failed']).toContain(readStatus(words, claimVocabulary).value)
    // Some such words are known whole, as what they are: 発送前 is 未配送, 与信エラー is 決済エラー.
    expect([null, 'unshipped']).toContain(readStatus(words, shippingVocabulary).value)
  })
})
