import { expect, it } from 'vitest'
import { emptyRow, readDoubts } from '~/routes/requests/new/fields'
import { maxText, readPaste, rowsOfPaste, withPasted } from '~/routes/requests/new/paste-rows'

const rowsOf = (text: string) => {
  const read = readPaste(text)
  return read ? rowsOfPaste(read, 'ja') : null
}

it('fills the form from the post that people used to write', () => {
  const rows = rowsOf(`次の注文の変更をお願いします。
・対象注文番号：ｐ251103128744009151
・ご希望の決済ステータス：注文キャンセル
・配送ステータス：未処理
・クロネコ側のステータス：決済キャンセル済み
・経緯など、ご事情：クロネコ側で実売上後のキャンセルに成功したため`)
  expect(rows).toEqual([
    {
      orderNumber: 'P251103128744009151',
      paymentStatus: 'cancelled',
      shippingStatus: 'unshipped',
      kuronekoStatus: 'cancelled',
      kuronekoWords: '',
      reason: 'クロネコ側で実売上後のキャンセルに成功したため',
      doubts: '',
    },
  ])
})

it('leaves open what could not be read, with the sentence at its field', () => {
  const [row] =
    rowsOf('対象注文番号: P251103128744009151\n決済ステータス: なんとかして\nクロネコ側: 保留中') ?? []
  expect(row).toMatchObject({
    paymentStatus: '',
    reason: '',
    kuronekoStatus: 'other',
    kuronekoWords: '保留中',
  })
  const doubts = readDoubts(row?.doubts ?? '')
  expect(doubts.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['paymentStatus', 'shippingStatus', 'kuronekoStatus', 'reason']),
  )
  expect(doubts.find(({ field }) => field === 'paymentStatus')?.sentence).toContain('なんとかして')
})

it('puts pasted rows after filled ones, and no more than the form holds', () => {
  const row = (orderNumber: string) => ({ ...emptyRow, orderNumber })
  expect(withPasted([emptyRow], [row('P1')])).toEqual([row('P1')])
  expect(withPasted([row('P0'), emptyRow], [row('P1')])).toEqual([row('P0'), row('P1')])
  expect(withPasted([row('P0')], Array(100).fill(row('P1')))).toHaveLength(100)
  expect(withPasted([emptyRow], [])).toEqual([emptyRow])
})

it('reads no text that is too long to wait for', () => {
  expect(readPaste('あ'.repeat(maxText + 1))).toBeNull()
  expect(readPaste(' \n')).toBeNull()
})
