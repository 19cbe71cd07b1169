import { describe, expect, it } from 'vitest'
import type { OperationRefusal } from '~/orders/operations/allowed'
import { judgeTyped } from '~/orders/operations/bulk/judge'
import type { Carrier } from '~/orders/operations/carriers'

describe('a row of 出荷・配送処理 as it is typed', () => {
  it.each<[OperationRefusal | null, string, Carrier, 'any' | 'yamato_only', OperationRefusal | null]>([
    [null, '４７１０－０２３４－５６７１', 'yamato', 'any', null],
    [null, '', 'yamato', 'yamato_only', null],
    [null, '471002345672', 'yamato', 'any', 'slip_check_digit'],
    [null, '471002345672', 'sagawa', 'any', null],
    [null, '471002345671', 'sagawa', 'yamato_only', 'carrier_not_yamato'],
    // What the dry run had against the typing is judged anew, anything else stays.
    ['slip_not_digits', '471002345671', 'yamato', 'any', null],
    ['carrier_not_yamato', '471002345671', 'yamato', 'yamato_only', null],
    ['delivery_cancelled', '471002345671', 'yamato', 'any', 'delivery_cancelled'],
    ['not_found', 'x', 'yamato', 'any', 'not_found'],
  ])('%j %j %s %s', (dry, slip, carrier, setting, refusal) => {
    expect(judgeTyped(dry, { slip, carrier }, setting)).toBe(refusal)
  })
})
