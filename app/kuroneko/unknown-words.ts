import type { UnknownReason } from './inquiry'
import type { Words } from './words'

/** Why there is no usable answer, for a person who waits for one. */
export const unknownWords: Record<UnknownReason, Words> = {
  unreachable: {
    ja: 'クロネコに接続できないか、応答が途中で切れました。',
    en: 'Kuroneko cannot be reached, or its answer was cut off.',
  },
  tls: {
    ja: 'クロネコとの暗号化通信を確認できません（証明書など）。',
    en: 'The encrypted connection to Kuroneko cannot be trusted (certificate or handshake).',
  },
  timeout: { ja: 'クロネコから時間内に応答がありません。', en: 'Kuroneko did not answer in time.' },
  http: {
    ja: 'クロネコがエラーを返しました（HTTPステータス）。',
    en: 'Kuroneko answered with an HTTP error.',
  },
  redirect: {
    ja: '別のアドレスへ転送されたため、照会を中止しました。',
    en: 'The question was redirected elsewhere and therefore given up.',
  },
  empty: { ja: 'クロネコの応答が空でした。', en: 'Kuroneko’s answer was empty.' },
  too_large: { ja: 'クロネコの応答が大きすぎます。', en: 'Kuroneko’s answer is too large.' },
  wrong_encoding: {
    ja: 'クロネコの応答の文字コードがUTF-8ではありません。',
    en: 'Kuroneko’s answer is not UTF-8.',
  },
  malformed: { ja: 'クロネコの応答を読み取れません。', en: 'Kuroneko’s answer cannot be read.' },
  refused: { ja: 'クロネコが照会を受け付けませんでした。', en: 'Kuroneko refused the question.' },
  other_order: {
    ja: '別の注文についての応答でした。',
    en: 'The answer was about another order.',
  },
  other_method: {
    ja: 'カード以外の決済方法についての応答でした。',
    en: 'The answer was about another payment method than a card.',
  },
  ambiguous: {
    ja: '応答に含まれる取引を1件に特定できません。',
    en: 'The answer does not name exactly one transaction.',
  },
  breaker_open: {
    ja: 'この加盟店の照会が続けて失敗したため、しばらく照会を止めています。',
    en: 'Questions for this trader code have failed in a row and are paused for a moment.',
  },
  too_long_number: {
    ja: '注文番号が23文字を超え、クロネコの受付番号も分からないため照会できません。',
    en: 'The number has more than 23 characters and no number at Kuroneko is known, so it cannot be asked about.',
  },
  unfit_number: {
    ja: 'クロネコの受付番号に使えない文字が含まれるため照会できません。',
    en: 'The number holds characters that Kuroneko’s numbers cannot have, so it cannot be asked about.',
  },
}
