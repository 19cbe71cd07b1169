import type { Words } from './words'

/** Kuroneko's 取引状況 (`statusInfo`) in its own words (kuroneko.md §3). What a status means for a wish is the rules' business. */
export const statusInfoLabels: Record<number, Words> = {
  0: { ja: '決済依頼済み', en: 'Payment requested (決済依頼済み)' },
  1: { ja: '決済申込完了', en: 'Payment applied for (決済申込完了)' },
  2: { ja: '入金完了（速報）', en: 'Paid, early notice (入金完了（速報）)' },
  3: { ja: '入金完了（確報）', en: 'Paid, confirmed (入金完了（確報）)' },
  4: { ja: '与信完了', en: 'Authorised (与信完了)' },
  5: { ja: '予約受付完了', en: 'Reservation taken (予約受付完了)' },
  6: { ja: '継続課金 申込完了', en: 'Recurring payment set up (継続課金 申込完了)' },
  11: { ja: '購入者都合エラー', en: 'Error on the buyer’s side (購入者都合エラー)' },
  12: { ja: '加盟店都合エラー', en: 'Error on the shop’s side (加盟店都合エラー)' },
  13: { ja: '決済機関都合エラー', en: 'Error at the card network (決済機関都合エラー)' },
  14: { ja: 'その他システムエラー', en: 'Other system error (その他システムエラー)' },
  15: { ja: '予約販売与信エラー', en: 'Reservation could not be authorised (予約販売与信エラー)' },
  16: { ja: '決済依頼取消エラー', en: 'A cancellation failed (決済依頼取消エラー)' },
  17: { ja: '金額変更NG', en: 'A change of amount failed (金額変更NG)' },
  18: { ja: '継続課金 与信エラー', en: 'Recurring payment refused (継続課金 与信エラー)' },
  20: { ja: '決済中断', en: 'Payment broken off (決済中断)' },
  21: { ja: '決済手続き中', en: 'Payment under way (決済手続き中)' },
  22: { ja: '継続課金 停止中', en: 'Recurring payment paused (継続課金 停止中)' },
  23: { ja: '増額承認待ち', en: 'Waiting for a higher amount’s approval (増額承認待ち)' },
  30: { ja: '精算確定待ち', en: 'Waiting for settlement (精算確定待ち)' },
  31: { ja: '精算確定', en: 'Settled (精算確定)' },
  40: { ja: '取消', en: 'Cancelled (取消)' },
  50: { ja: '3Dセキュア認証中', en: '3-D Secure under way (3Dセキュア認証中)' },
}

/** A code that is not listed is shown as it is, and no meaning is guessed. */
export function statusInfoLabel(statusInfo: number): Words {
  return (
    statusInfoLabels[statusInfo] ?? {
      ja: `未知の取引状況 ${statusInfo}`,
      en: `Unknown status ${statusInfo}`,
    }
  )
}
