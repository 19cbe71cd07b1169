import type { FilingRow } from '~/corrections/forms'
import type { DemoShop } from './people'

/** What happened to a demo request after it was filed, hours later. */
export type Scene =
  | { after: number; by: 'desk' | 'lead'; do: 'claim' | 'approve' | 'approve_second' }
  | { after: number; by: 'desk' | 'lead'; do: 'ask' | 'reject' | 'note'; words: string }
  | { after: number; by: 'shop'; do: 'answer'; words: string }
  | { after: number; by: 'shop'; do: 'withdraw' }

export type DemoRequest = {
  shop: DemoShop
  /** How the order's number ends. */
  tail: string
  /** As the shop typed it, where that is not the number itself. */
  typed?: (number: string) => string
  hoursAgo: number
  row: Omit<FilingRow, 'orderNumber'>
  scenes: Scene[]
}

const cancelled = {
  paymentStatus: 'cancelled',
  shippingStatus: 'cancelled',
  kuronekoStatus: 'cancelled',
} as const

const captured = {
  paymentStatus: 'captured',
  shippingStatus: 'unchanged',
  kuronekoStatus: 'captured',
} as const

const claim: Scene = { after: 1, by: 'desk', do: 'claim' }
const approve: Scene = { after: 2, by: 'desk', do: 'approve' }

/** The demo's requests, oldest first: some in every state, so that each page has something to show. */
export const demoRequests: DemoRequest[] = [
  {
    shop: 'hananoya',
    tail: '170238845190',
    hoursAgo: 170,
    row: {
      ...cancelled,
      shippingStatus: 'unchanged',
      reason: '返品を受け付け、クロネコ側で実売上後のキャンセルに成功したため。',
    },
    scenes: [claim, approve],
  },
  {
    shop: 'linne',
    tail: '142905583371',
    hoursAgo: 150,
    row: {
      ...cancelled,
      shippingStatus: 'unchanged',
      reason: '商品の返送を確認し、クロネコの管理画面で取り消しました。',
    },
    scenes: [
      { ...claim, after: 2 },
      { ...approve, after: 5 },
    ],
  },
  {
    shop: 'linne',
    tail: '130947752038',
    hoursAgo: 120,
    row: { ...captured, reason: '期限内にクロネコの管理画面で実売上の処理を済ませていました。' },
    scenes: [claim, { ...approve, after: 3 }],
  },
  {
    shop: 'hananoya',
    tail: '200915523360',
    hoursAgo: 98,
    row: { ...cancelled, reason: 'お客様都合のため' },
    scenes: [
      claim,
      {
        after: 3,
        by: 'desk',
        do: 'reject',
        words:
          'クロネコの管理画面では実売上のままでした。先にクロネコの管理画面でキャンセル処理を行ってから、もう一度ご依頼ください。',
      },
    ],
  },
  {
    shop: 'hananoya',
    tail: '122260048179',
    hoursAgo: 90,
    row: { ...cancelled, reason: 'クロネコ側でキャンセル済みのため、表示を合わせてください。' },
    scenes: [claim, { ...approve, after: 4 }],
  },
  {
    shop: 'linne',
    tail: '152033398447',
    hoursAgo: 74,
    row: { ...captured, reason: 'クロネコの管理画面から売上確定を行い、完了しました。' },
    scenes: [{ after: 2, by: 'shop', do: 'withdraw' }],
  },
  {
    shop: 'linne',
    tail: '110847726609',
    hoursAgo: 52,
    row: {
      ...cancelled,
      shippingStatus: 'returned',
      reason: '高額商品の返品に伴い、クロネコ側で実売上後のキャンセルを行いました。',
    },
    scenes: [
      claim,
      {
        after: 2,
        by: 'desk',
        do: 'note',
        words: '返送の伝票を店舗に確認済み。金額が大きいため責任者の承認が必要。',
      },
      { ...approve, after: 3 },
      { after: 6, by: 'lead', do: 'approve_second' },
    ],
  },
  {
    shop: 'hananoya',
    tail: '125760334917',
    hoursAgo: 27,
    row: { ...cancelled, reason: '三か所すべての配送先で受け取り辞退となり、クロネコ側で取り消しました。' },
    scenes: [claim, { ...approve, after: 4 }],
  },
  {
    shop: 'hananoya',
    tail: '000311888020',
    hoursAgo: 23,
    row: { ...cancelled, reason: 'クロネコ側で実売上後のキャンセルに成功したため' },
    scenes: [claim],
  },
  {
    shop: 'linne',
    tail: '091733602914',
    hoursAgo: 21,
    row: { ...cancelled, reason: 'お客様のご都合で返品となり、クロネコの管理画面でキャンセルしました。' },
    scenes: [],
  },
  {
    shop: 'linne',
    tail: '160622918850',
    typed: (number) => number.toLowerCase(),
    hoursAgo: 20,
    row: { ...cancelled, reason: '返品のため' },
    scenes: [
      claim,
      {
        after: 3,
        by: 'desk',
        do: 'ask',
        words: '商品は配送完了になっています。返送は済んでいますか。返送の伝票番号もお知らせください。',
      },
    ],
  },
  {
    shop: 'hananoya',
    tail: '151120098213',
    hoursAgo: 16,
    row: { ...cancelled, reason: '発送前にご注文の取り消しをいただき、クロネコ側で先にキャンセルしました。' },
    scenes: [
      claim,
      { after: 2, by: 'desk', do: 'ask', words: 'クロネコ側でキャンセルした日をお知らせください。' },
      {
        after: 6,
        by: 'shop',
        do: 'answer',
        words: '昨日の夕方に管理画面から取り消しました。よろしくお願いいたします。',
      },
    ],
  },
  {
    shop: 'hananoya',
    tail: '100255319068',
    hoursAgo: 9,
    row: { ...captured, reason: '売上確定でエラーになったあと、クロネコの管理画面で実売上にしました。' },
    scenes: [],
  },
  {
    shop: 'linne',
    tail: '205799028813',
    hoursAgo: 6,
    row: {
      ...cancelled,
      kuronekoStatus: 'failed',
      reason: 'カードの認証が終わらないまま、お客様から取り消しのご連絡がありました。',
    },
    scenes: [],
  },
  {
    shop: 'hananoya',
    tail: '084019927736',
    hoursAgo: 3,
    row: {
      ...cancelled,
      reason: '配送先の誤りで返送となり、クロネコ側で取り消したため、表示を合わせてください。',
    },
    scenes: [],
  },
]
