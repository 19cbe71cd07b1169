import type { Language } from '~/i18n/languages'
import type { Words } from '../../words'
import type { Act } from '../life'
import type { SandboxActor } from '../transaction'

export const texts = {
  title: { ja: 'クロネコ管理画面（サンドボックス）', en: 'Kuroneko admin (sandbox)' },
  warning: {
    ja: 'サンドボックス／SANDBOX　本物のクロネコではありません。お金は動きません。',
    en: 'サンドボックス／SANDBOX　This is not the real Kuroneko. No money moves.',
  },
  transactions: { ja: '取引', en: 'Transactions' },
  search: { ja: '検索', en: 'Search' },
  number: { ja: '受付番号', en: 'Order number' },
  trader: { ja: '加盟店', en: 'Trader' },
  all: { ja: 'すべて', en: 'All' },
  status: { ja: '取引状況', en: 'Status' },
  amount: { ja: '金額', en: 'Amount' },
  renewed: { ja: '最終更新', en: 'Changed' },
  authorised: { ja: '与信日時', en: 'Authorised' },
  cancelled: { ja: '取消日時', en: 'Cancelled' },
  slips: { ja: '送り状番号', en: 'Slips' },
  method: { ja: '決済方法区分', en: 'Payment method' },
  none: { ja: '該当する取引がありません。', en: 'No transaction matches.' },
  more: { ja: '件のうち先頭の100件を表示しています。', en: ' found; the first 100 are shown.' },
  back: { ja: '一覧へ戻る', en: 'Back to the list' },
  acts: { ja: '操作', en: 'Acts' },
  actsNote: {
    ja: 'ここでの操作は店舗にも Mitame にも通知されません。本物のクロネコの管理画面と同じです。',
    en: 'Nothing of what is done here is told to the shop or to Mitame, as with the real Kuroneko admin.',
  },
  notPossible: {
    ja: '現在の取引状況ではこの操作はできません。',
    en: 'The status does not allow this.',
  },
  done: { ja: '処理しました。', en: 'Done.' },
  newAmount: { ja: '変更後の金額（円）', en: 'New amount (yen)' },
  setStatus: { ja: '取引状況を直接設定', en: 'Set the status directly' },
  history: { ja: '履歴', en: 'History' },
  faults: { ja: '障害の再現', en: 'Faults' },
  faultsNote: {
    ja: 'APIの応答だけに影響します。終了すると解除されます。ヘッダー X-Sandbox-Fault でも指定できます。',
    en: 'Only the API’s answers are affected; all end with the process. The header X-Sandbox-Fault does the same.',
  },
  kind: { ja: '内容', en: 'What goes wrong' },
  value: { ja: 'ミリ秒またはエラーコード（任意）', en: 'Milliseconds or error code (optional)' },
  function: { ja: '機能（任意）', en: 'Function (optional)' },
  times: { ja: '回数（空欄は解除まで）', en: 'How often (empty: until switched off)' },
  orderOrAll: { ja: '受付番号（空欄はすべて）', en: 'Order number (empty: all)' },
  switchOn: { ja: '有効にする', en: 'Switch on' },
  switchOff: { ja: '解除', en: 'Switch off' },
  noFaults: { ja: '有効な障害はありません。', en: 'No fault is switched on.' },
  left: { ja: '残り', en: 'left' },
  untilOff: { ja: '解除まで', en: 'until switched off' },
  otherLanguage: { ja: 'English', en: '日本語' },
  yen: { ja: '円', en: ' yen' },
} as const satisfies Record<string, Words>

export const actWords: Record<Act | 'register' | 'three_d' | 'set' | 'seed', Words> = {
  cancel: { ja: '取消', en: 'Cancel' },
  change_amount: { ja: '金額変更', en: 'Change the amount' },
  re_authorise: { ja: '再与信', en: 'Authorise again' },
  register_shipment: { ja: '実売上（出荷登録）', en: 'Capture (register the shipment)' },
  cancel_shipment: { ja: '出荷取消', en: 'Take the shipment back' },
  change_date: { ja: '出荷予定日変更', en: 'Move the planned date' },
  settle: { ja: '精算確定', en: 'Settle' },
  authorise_reservation: { ja: '予約の与信', en: 'Authorise the reservation' },
  break_off: { ja: '決済中断', en: 'Broken off' },
  three_d: { ja: '3Dセキュア', en: '3-D Secure' },
  register: { ja: '決済登録', en: 'Registered' },
  set: { ja: '直接設定', en: 'Set directly' },
  seed: { ja: '初期データ', en: 'First data' },
}

export const actorWords: Record<SandboxActor, Words> = {
  api: { ja: 'API', en: 'API' },
  admin: { ja: '管理画面', en: 'Admin' },
  kuroneko: { ja: 'クロネコ', en: 'Kuroneko' },
  seed: { ja: '–', en: '–' },
}

export type Texts = { language: Language } & Record<keyof typeof texts, string>

export function textsIn(language: Language): Texts {
  const chosen = Object.entries(texts).map(([key, words]) => [key, words[language]])
  return { language, ...(Object.fromEntries(chosen) as Record<keyof typeof texts, string>) }
}
