import type { CarrierSetting } from '../codes'
import type { Label } from '../statuses'

/** The carriers offered where a slip number is typed (配送業者). An order from elsewhere may name another one. */
export const carriers = ['yamato', 'sagawa', 'japan_post', 'other'] as const
export type Carrier = (typeof carriers)[number]

/** `ja` is also what is stored with a delivery, as imports have it. */
export const carrierLabels: Record<Carrier, Label> = {
  yamato: { ja: 'ヤマト運輸', en: 'Yamato Transport (ヤマト運輸)' },
  sagawa: { ja: '佐川急便', en: 'Sagawa Express (佐川急便)' },
  japan_post: { ja: '日本郵便', en: 'Japan Post (日本郵便)' },
  other: { ja: 'その他の配送業者', en: 'Another carrier (その他の配送業者)' },
}

/** The carriers that a shop may choose from by its 配送業者の設定. */
export function carriersFor(setting: CarrierSetting): readonly Carrier[] {
  return setting === 'yamato_only' ? ['yamato'] : carriers
}

/** Whether a delivery goes by Yamato. Where none is named, it does for a shop that uses no other. */
export function isYamato(carrier: string | null, setting: CarrierSetting): boolean {
  if (!carrier) return setting === 'yamato_only'
  return /ヤマト|クロネコ|yamato/i.test(carrier.normalize('NFKC'))
}

/** The choice that a stored carrier stands for; the shop's usual one where none is stored. */
export function carrierChoice(stored: string | null, setting: CarrierSetting): Carrier {
  if (!stored || setting === 'yamato_only' || isYamato(stored, setting)) return 'yamato'
  return carriers.find((carrier) => carrierLabels[carrier].ja === stored) ?? 'other'
}
