import { v7 as uuidv7 } from 'uuid'
import type { CarrierSetting } from '~/platform/prisma/enums'
import type { Role } from '~/staff/permissions'
import type { Chance } from './chance'

export type Person = { id: string; role: Role; email: string; name: string }
export type ScaleShop = {
  id: string
  code: string
  name: string
  traderCode: string
  carrierSetting: CarrierSetting
  /** Its share of all orders, beside the other shops'. */
  weight: number
  members: [Person, ...Person[]]
}
/** Who acts in a made-up history. */
export type Cast = {
  shops: [ScaleShop, ...ScaleShop[]]
  agents: [Person, ...Person[]]
  leads: [Person, Person, ...Person[]]
  auditors: [Person, ...Person[]]
  admin: Person
}

const trades = ['和菓子', '雑貨', '陶器', '呉服', '茶舗', '書店', '生花', '酒店', '文具', '家具'] as const
const houses = [
  'さくら',
  'みなと',
  '山水',
  'ひなた',
  '銀杏',
  '青海',
  '千代',
  '若葉',
  '松風',
  '都',
  '椿',
  '白樺',
] as const
const families = [
  '佐藤',
  '鈴木',
  '高橋',
  '田中',
  '伊藤',
  '渡辺',
  '山本',
  '中村',
  '小林',
  '加藤',
  '吉田',
  '山田',
] as const
const given = ['結衣', '陽子', '健太', '美咲', '大輔', '直樹', '恵', '誠', '里奈', '浩'] as const

/** The shops and people of a history of so many events, beginning at `since` (ms). */
export function makeCast(chance: Chance, events: number, since: number): Cast {
  const shops = Math.max(3, Math.min(40, Math.round(Math.sqrt(events) / 25)))
  const person = (role: Role, name: string): Person => ({
    id: newId(chance, since),
    role,
    email: `${name}@mitame.test`,
    name: `${chance.pick(families)} ${chance.pick(given)}`,
  })
  const several = (role: Role, count: number) =>
    Array.from({ length: count - 1 }, (_, i) => person(role, `scale-${role}-${i + 2}`))
  return {
    shops: [
      makeShop(chance, 1, since),
      ...Array.from({ length: shops - 1 }, (_, i) => makeShop(chance, i + 2, since)),
    ],
    agents: [person('agent', 'scale-agent-1'), ...several('agent', 8)],
    leads: [person('lead', 'scale-lead-1'), person('lead', 'scale-lead-0'), ...several('lead', 2)],
    auditors: [person('auditor', 'scale-auditor-1'), ...several('auditor', 2)],
    admin: person('admin', 'scale-admin-1'),
  }
}

function makeShop(chance: Chance, place: number, since: number): ScaleShop {
  const code = `scale-${String(place).padStart(2, '0')}`
  const member = (nth: number): Person => ({
    id: newId(chance, since),
    role: 'merchant',
    email: `${code}-${nth}@mitame.test`,
    name: `${chance.pick(families)} ${chance.pick(given)}`,
  })
  return {
    id: newId(chance, since),
    code,
    name: `${chance.pick(trades)} ${chance.pick(houses)}`,
    traderCode: String(888_100_000 + place),
    carrierSetting: chance.happens(0.3) ? 'yamato_only' : 'any',
    weight: chance.logNormal(1, 1.1),
    members: [member(1), ...Array.from({ length: chance.whole(0, 2) }, (_, i) => member(i + 2))],
  }
}

/** A UUIDv7 of that moment (ms). */
export function newId(chance: Chance, at: number): string {
  return uuidv7({ msecs: at, random: chance.bytes(16) })
}
