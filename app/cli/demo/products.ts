import type { DemoShop } from './people'

/** A product of the demo: code, name, yen, and how many are left; null where the shop keeps no count. */
export type DemoProduct = [code: string, name: string, price: number, stock: number | null]

/** Most expensive first. */
export const demoProducts: Record<DemoShop, DemoProduct[]> = {
  hananoya: [
    ['HN-600', '茶会の菓子 一式', 120_000, null],
    ['HN-500', '引出物の菓子折 20箱', 48_000, 6],
    ['HN-400', '干菓子の詰合せ 10箱', 24_000, 9],
    ['HN-300', '上生菓子 24個入り', 8_000, 18],
    ['HN-200', '羊羹 3本入り', 4_800, 24],
    ['HN-100', 'どら焼き 12個入り', 2_400, 40],
  ],
  linne: [
    ['LN-600', 'ダイニングセット', 180_000, 3],
    ['LN-500', 'イージーチェア', 77_000, 4],
    ['LN-400', 'ペンダントランプ', 27_500, 7],
    ['LN-300', 'ウールブランケット', 12_100, 15],
    ['LN-200', 'リネンクロス', 3_300, 60],
    ['LN-100', 'マグカップ', 2_200, 1],
  ],
}

/** What is left of an amount that no product fills. */
export const wrapping: Record<DemoShop, string> = {
  hananoya: 'のし・包装',
  linne: 'ギフト包装',
}

/** Yen, for orders of less than 10,000. */
export const shippingFee = 660

export function shippingFeeFor(amount: number): number {
  return amount >= 2_000 && amount < 10_000 ? shippingFee : 0
}

export type DemoLine = { code: string | null; name: string; unitPrice: number; quantity: number }

/** What a demo order of that amount (yen, without shipping and fee) was for: the dearest products first. */
export function demoLines(shop: DemoShop, goods: number): DemoLine[] {
  const lines: DemoLine[] = []
  let left = goods
  for (const [code, name, unitPrice] of demoProducts[shop]) {
    const quantity = Math.floor(left / unitPrice)
    if (quantity > 0) lines.push({ code, name, unitPrice, quantity })
    left -= quantity * unitPrice
  }
  return left > 0 ? [...lines, { code: null, name: wrapping[shop], unitPrice: left, quantity: 1 }] : lines
}
