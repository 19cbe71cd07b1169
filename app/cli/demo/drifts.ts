import type { DemoShop } from './people'

/** What Kuroneko has of an order, where that is not what the order shows or its request claims. */
export type Drift =
  | { statusInfo: number; amount?: number }
  /** The same status, another amount. */
  | { amount: number }
  /** Another payment method than a card (`settleMethodDiv`). */
  | { methodDiv: string }
  | { missing: true }

/** Shop, how the order's number ends, what Kuroneko has. Beside each: what the order shows. */
export type DriftRow = [DemoShop, string, Drift]

/**
 * The demo's drifts, so that each cell of the desk's tables can be met. The orders of demo requests are here only where
 * the request claims what is not true; else Kuroneko has what it claims (`transactions.ts`).
 */
export const demoDrifts: DriftRow[] = [
  // 仮売上
  ['hananoya', '095502277651', { statusInfo: 31 }],
  ['hananoya', '192633019440', { statusInfo: 40 }],
  ['hananoya', '211440083392', { statusInfo: 17 }],
  ['hananoya', '133756612048', { amount: 5160 }],
  ['hananoya', '094985520316', { statusInfo: 31 }],
  ['linne', '141859930277', { statusInfo: 30 }],
  ['linne', '224107719352', { missing: true }],
  ['linne', '183044150926', { statusInfo: 13 }],
  ['linne', '103820066913', { statusInfo: 40 }],
  // 決済完了
  ['linne', '123488019427', { statusInfo: 4 }],
  ['hananoya', '132471150882', { statusInfo: 16 }],
  ['linne', '185519903264', { statusInfo: 12 }],
  ['hananoya', '101093344627', { missing: true }],
  ['hananoya', '195826611403', { amount: 6940 }],
  ['hananoya', '093347702845', { methodDiv: '1' }],
  ['linne', '215044170036', { statusInfo: 40 }],
  ['hananoya', '104433900718', { statusInfo: 40 }],
  // 決済完了, and a request that claims 決済キャンセル済み: Kuroneko still has them settled.
  ['linne', '091733602914', { statusInfo: 31 }],
  ['linne', '160622918850', { statusInfo: 31 }],
  ['hananoya', '200915523360', { statusInfo: 31 }],
  // 注文キャンセル
  ['hananoya', '114128830597', { statusInfo: 4 }],
  ['hananoya', '221650048831', { statusInfo: 31 }],
  ['linne', '134502299618', { statusInfo: 16 }],
  ['linne', '082718840093', { missing: true }],
  // 仮売上期限切れ
  ['hananoya', '165133820940', { statusInfo: 31 }],
  // 決済失敗
  ['hananoya', '213307740921', { statusInfo: 40 }],
  ['linne', '124866102935', { statusInfo: 16 }],
  // 要確認
  ['hananoya', '120318827106', { statusInfo: 31 }],
]
