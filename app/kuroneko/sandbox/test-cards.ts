import type { Words } from '../words'
import type { KeptCard } from './saved-cards'

/** A number that the sandbox takes, and how its card behaves. No other number is taken: nobody should type a real one. */
export type TestCard = {
  number: string
  /** `settleMethod` of kuroneko.md §3. */
  brand: string
  brandName: string
  behaviour: Words
  /** What the card network says; null for a card that is accepted. */
  creditErrorCode: string | null
  /** The issuer asks the buyer first. */
  threeD: boolean
}

const accepted: Words = { ja: '与信OK', en: 'Accepted' }

function card(
  number: string,
  [brand, brandName]: [string, string],
  behaviour: Words,
  { creditErrorCode = null, threeD = false }: Partial<Pick<TestCard, 'creditErrorCode' | 'threeD'>> = {},
): TestCard {
  return { number, brand, brandName, behaviour, creditErrorCode, threeD }
}

const visa: [string, string] = ['9', 'VISA']
const master: [string, string] = ['10', 'Mastercard']

/** No two end in the same four digits: the masked number tells a saved card's behaviour. */
export const testCards: TestCard[] = [
  card('4111111111111111', visa, accepted),
  card('5555555555554444', master, accepted),
  card('3530111333300000', ['3', 'JCB'], accepted),
  card('378282246310005', ['12', 'American Express'], accepted),
  card(
    '4000000000003220',
    visa,
    { ja: '3Dセキュアのあと与信OK', en: 'Accepted after 3-D Secure' },
    {
      threeD: true,
    },
  ),
  card(
    '4000008400001629',
    visa,
    { ja: '3Dセキュアのあと与信NG（G97）', en: 'Refused after 3-D Secure (G97)' },
    {
      threeD: true,
      creditErrorCode: 'G97',
    },
  ),
  card(
    '4000000000000002',
    visa,
    { ja: '与信NG（G12 カード使用不可）', en: 'Refused (G12, not usable)' },
    {
      creditErrorCode: 'G12',
    },
  ),
  card(
    '4000000000009995',
    visa,
    { ja: '与信NG（G55 限度額超過）', en: 'Refused (G55, limit exceeded)' },
    {
      creditErrorCode: 'G55',
    },
  ),
  card(
    '4000000000000127',
    visa,
    { ja: '与信NG（G44 セキュリティコード誤り）', en: 'Refused (G44, security code)' },
    {
      creditErrorCode: 'G44',
    },
  ),
  card(
    '4000000000000119',
    visa,
    { ja: '与信NG（C14 カードネットワーク停止）', en: 'Refused (C14, network closed)' },
    {
      creditErrorCode: 'C14',
    },
  ),
]

export function masked(number: string): string {
  return `${'*'.repeat(number.length - 4)}${number.slice(-4)}`
}

export type Behaviour = Pick<TestCard, 'creditErrorCode' | 'threeD'>

/** How a kept card behaves; one that no test number stands for is simply accepted. */
export function behaviourOf(kept: KeptCard): Behaviour {
  const known = testCards.find((one) => masked(one.number) === kept.masked && one.brand === kept.brand)
  return { creditErrorCode: known?.creditErrorCode ?? null, threeD: known?.threeD ?? false }
}
