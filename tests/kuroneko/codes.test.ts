import { describe, expect, test } from 'vitest'
import { anatomyOf, explainErrorCode } from '~/kuroneko/error-code'
import { statusInfoLabel } from '~/kuroneko/status-info'

describe('an error code', () => {
  test.each([
    ['Z012000004', '同じ受付番号を処理中'],
    ['A082000010', '与信NG（カードが拒否された）'],
    ['E041010301', '受付番号がない'],
    ['A081010402', '受付番号が23文字を超える'],
    ['E011010302', '受付番号が23文字を超える'],
    ['E011010351', '注文がないか、その処理ができない状態'],
    ['A061010202', '加盟店コードが長すぎる'],
    ['A031010404', '会員ID・認証キー・チェックサムが正しくない'],
    ['A031010302', '会員ID・認証キー・チェックサムが正しくない'],
  ])('%s is in the lists', (code, ja) => {
    expect(explainErrorCode(code)).toMatchObject({ listed: true, ja })
  })

  test.each([
    [
      'A081010702',
      '一覧にないコード（A08、7番目の項目: 桁数）',
      'A code that is not listed (A08, field 7: wrong length)',
    ],
    ['A081010771', '一覧にないコード（A08、7番目の項目）', 'A code that is not listed (A08, field 7)'],
    [
      'A064000001',
      '一覧にないコード（A06、業務チェック）',
      'A code that is not listed (A06, business check)',
    ],
    ['<script>', '一覧にないコード', 'A code that is not listed'],
  ])('%s is told by its anatomy only', (code, ja, en) => {
    expect(explainErrorCode(code)).toEqual({ listed: false, ja, en })
  })

  test('falls apart into function, stage, field and kind', () => {
    expect(anatomyOf('E011010451')).toEqual({ function: 'E01', stage: 'field', field: 4, kind: '51' })
    expect(anatomyOf('A070000000')).toMatchObject({ function: 'A07', stage: 'other', field: null })
    expect(anatomyOf('E0110104510')).toBeNull()
  })
})

test('a status that is not listed is shown, not guessed', () => {
  expect(statusInfoLabel(31).ja).toBe('精算確定')
  expect(statusInfoLabel(41)).toEqual({ ja: '未知の取引状況 41', en: 'Unknown status 41' })
})
