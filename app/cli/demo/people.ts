import type { NewShop } from '~/shops/create.server'
import type { NewUser } from '~/staff/create-user.server'

/** Who the demo desk knows. All of them sign in with the same password; there is no demo beside a real database. */
export const demoPassword = 'mitame-demo'

export const demoShops = {
  hananoya: { code: 'hananoya', name: '和菓子 花のや', traderCode: '888000001', carrierSetting: 'any' },
  linne: {
    code: 'linne',
    name: '北欧雑貨 リンネ',
    traderCode: '888000002',
    carrierSetting: 'yamato_only',
    manualLink: true,
  },
} as const satisfies Record<string, NewShop>

export type DemoShop = keyof typeof demoShops

type DemoUser = Pick<NewUser, 'email' | 'name' | 'role'> & { shop: DemoShop | null }

export const demoUsers: DemoUser[] = [
  { email: 'tenpo@mitame.test', name: '花のや 佐藤', role: 'merchant', shop: 'hananoya' },
  { email: 'tenpo2@mitame.test', name: 'リンネ 高橋', role: 'merchant', shop: 'linne' },
  { email: 'desk@mitame.test', name: '窓口 田中', role: 'agent', shop: null },
  { email: 'lead@mitame.test', name: '窓口リーダー 山本', role: 'lead', shop: null },
  { email: 'kansa@mitame.test', name: '監査 鈴木', role: 'auditor', shop: null },
  { email: 'admin@mitame.test', name: '管理 伊藤', role: 'admin', shop: null },
]
