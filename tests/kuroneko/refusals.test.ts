import { describe, expect, test } from 'vitest'
import { creditErrorMeaning } from '~/kuroneko/credit-error-code'
import { explainRefusal, explainUnknown } from '~/kuroneko/explain'
import { refusalKindOf } from '~/kuroneko/refusals'

describe('what a refusal asks for', () => {
  test.each([
    ['later', 'Z010000000 Z012000006 A070000000 A110000000'],
    ['input', 'E011010401 E011010402 E011010404 E011010451 E011010506 A071010405 A081010603 E031010471'],
    ['settings', 'Z012000007 Z012000009 A072000001 A074000002 A082000005 A061010201 A061010302 A081010404'],
    ['settings', 'A031010571 A051010304 A041010401'],
    ['buyer', 'A082000004 A082000008 A082000010 A092000004 A092000005 A076000001 A112000004'],
    ['state', 'Z012000004 Z012000005 Z019999999 A062010001 A062010002 A062010003 A062010004 A082000003'],
    ['state', 'A092000001 A074000001 A077000001 E011010351 E012000001 E021010351 E022000001 E013000001'],
    ['state', 'A082000006 A062010005 A053000001 A012060001 E023000001 E033000001'],
  ])('%s: %s', (kind, codes) => {
    for (const code of codes.split(' ')) expect([code, refusalKindOf(code)]).toEqual([code, kind])
  })

  test.each(['', 'A064000001', 'A081010652', 'Z999999999', 'G12', 'constructor'])(
    'a code that nobody listed, %j, is settled by inquiry',
    (code) => expect(refusalKindOf(code)).toBe('state'),
  )
})

describe('in words', () => {
  test.each([
    ['E011010451', null, 'ja', '送り状番号が正しくない', '伝票番号を訂正してください。'],
    ['A070000000', null, 'en', 'Night processing from 23:00 to 1:00', 'Try again after 1:00.'],
    [
      'A082000010',
      'G55',
      'en',
      'The card was refused: Use or limit exceeded',
      'The buyer asks the card issuer, or takes another card.',
    ],
    [
      'A082000010',
      'C14',
      'ja',
      '与信NG（カードが拒否された）：カードネットワークが混雑・停止・時間切れ',
      '時間をおいてやり直してください。',
    ],
    ['A082000010', 'X1', 'ja', '与信NG（カードが拒否された）', '購入者に確認を依頼してください。'],
    ['A082000004', null, 'en', 'The token is too old or was used', 'Enter the card once more.'],
    [
      'A074999999',
      null,
      'en',
      'A code that is not listed (A07, business check)',
      'Ask for the transaction’s status before anything else.',
    ],
  ] as const)('%s with %s in %s', (errorCode, creditErrorCode, language, meaning, todo) => {
    expect(explainRefusal({ errorCode, creditErrorCode }, language)).toEqual({ meaning, todo })
  })

  test.each([
    ['999', 'The card network is busy, closed or timed out'],
    ['G12', 'The card cannot be used'],
    ['G98', 'Refused by the issuer'],
    ['0200001', 'Card number or brand typed wrong'],
    ['0200002', 'Trouble on the line to the card network'],
    ['9900001', 'Trouble on the line to the card network'],
    ['0700001', 'No record to work on'],
  ])('the card network’s %s', (code, en) => expect(creditErrorMeaning(code)?.en).toBe(en))

  test('an unknown outcome says whether anything can have happened', () => {
    expect(explainUnknown({ reason: 'timeout', notSent: false }, 'en')).toEqual({
      meaning: 'Kuroneko did not answer in time.',
      todo: 'Ask for the transaction’s status before anything else.',
    })
    expect(explainUnknown({ reason: 'breaker_open', notSent: true }, 'ja').todo).toBe(
      'クロネコへは送信されていません。もう一度実行できます。',
    )
    expect(explainUnknown({ reason: 'unfit_request', notSent: true }, 'en').meaning).toContain('does not fit')
  })
})
