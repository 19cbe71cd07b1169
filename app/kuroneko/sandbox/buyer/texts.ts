import type { Language } from '~/i18n/languages'
import type { Words } from '../../words'

const texts = {
  title: { ja: 'カード情報の入力（サンドボックス）', en: 'Card details (sandbox)' },
  warning: {
    ja: 'サンドボックス／SANDBOX　本物のクロネコではありません。お金は動きません。実在のカード番号を入力しないでください。',
    en: 'サンドボックス／SANDBOX　This is not the real Kuroneko. No money moves. Never enter a real card number.',
  },
  shop: { ja: 'ショップ', en: 'Shop' },
  number: { ja: '受付番号', en: 'Order number' },
  amount: { ja: 'お支払い金額', en: 'Amount' },
  yen: { ja: '円', en: ' yen' },
  payWith: { ja: 'お支払いに使うカード', en: 'Card to pay with' },
  newCard: { ja: '新しいカード', en: 'Another card' },
  cardNumber: { ja: 'カード番号（テスト用のみ）', en: 'Card number (test numbers only)' },
  expiry: { ja: '有効期限（月／年の下2桁）', en: 'Expiry (month/last two digits of the year)' },
  owner: { ja: 'カード名義人（半角英字）', en: 'Name on the card (half-width letters)' },
  securityCode: { ja: 'セキュリティコード', en: 'Security code' },
  willBeSaved: {
    ja: 'このカードは、決済が完了すると次回以降のお買い物のために登録されます。',
    en: 'Once paid, this card is saved for the next purchases.',
  },
  pay: { ja: 'このカードで支払う', en: 'Pay with this card' },
  giveUp: { ja: 'やめてショップへ戻る', en: 'Give up and return to the shop' },
  testNumbers: { ja: 'テスト用カード番号', en: 'Test card numbers' },
  testNote: {
    ja: 'これ以外の番号は受け付けません。有効期限は未来の年月、セキュリティコードは任意の3～4桁です。番号はどこにも保存されません。',
    en: 'No other number is taken. Any month to come will do as the expiry, any 3 or 4 digits as the security code. Numbers are kept nowhere.',
  },
  brand: { ja: 'ブランド', en: 'Brand' },
  behaviour: { ja: '動作', en: 'What happens' },
  badNumber: { ja: 'テスト用カード番号を入力してください。', en: 'Enter one of the test card numbers.' },
  badExpiry: {
    ja: '有効期限を「12/30」の形で入力してください。期限切れのカードは使えません。',
    en: 'Enter the expiry like “12/30”. An expired card cannot be used.',
  },
  badOwner: { ja: '名義人を半角英字で入力してください。', en: 'Enter the name in half-width letters.' },
  badCode: {
    ja: 'セキュリティコードを3桁または4桁の数字で入力してください。',
    en: 'Enter the security code, 3 or 4 digits.',
  },
  badCard: { ja: 'カードを選択してください。', en: 'Choose a card.' },
  wrongCall: {
    ja: 'この画面の呼び出し方が正しくありません。ショップへ戻って、もう一度お試しください。',
    en: 'This page was not called as it should be. Please return to the shop and try again.',
  },
  issuerTitle: { ja: 'カード会社の本人認証（サンドボックス）', en: 'The card issuer’s question (sandbox)' },
  issuerNote: {
    ja: 'カード発行会社の3Dセキュア画面の代わりです。結果を選んでください。',
    en: 'Stands in for the issuer’s 3-D Secure page. Choose what comes of it.',
  },
  issuerGone: {
    ja: 'この本人認証はすでに終わっています。ショップへ戻ってください。',
    en: 'This question is over already. Please return to the shop.',
  },
  card: { ja: 'カード', en: 'Card' },
  passed: { ja: '成功', en: 'Pass' },
  failed: { ja: '失敗', en: 'Fail' },
  given_up: { ja: 'やめる', en: 'Give up' },
  otherLanguage: { ja: 'English', en: '日本語' },
} as const satisfies Record<string, Words>

export type TextKey = keyof typeof texts
export type BuyerTexts = { language: Language } & Record<TextKey, string>

export function buyerTexts(language: Language): BuyerTexts {
  const chosen = Object.entries(texts).map(([key, words]) => [key, words[language]])
  return { language, ...(Object.fromEntries(chosen) as Record<TextKey, string>) }
}
