import { describe, expect, it } from 'vitest'
import { modificationFormSchema } from '~/orders/operations/amount'
import { shipmentFormSchema } from '~/orders/operations/shipment'

const line = { productId: '', name: '干菓子', unitPrice: '1200', quantity: '2' }
const form = (more: object) =>
  modificationFormSchema.safeParse({ lines: [line], shippingFee: '0', fee: '0', ...more })

describe('a modification as it is typed', () => {
  it('may be in full width and with commas', () => {
    const read = form({ lines: [{ ...line, unitPrice: '１，２００', quantity: ' ３ ' }], fee: '1,330' })
    expect(read.data).toMatchObject({ lines: [{ productId: null, unitPrice: 1200, quantity: 3 }], fee: 1330 })
  })

  it.each([
    [{ lines: [{ ...line, quantity: '' }] }, 'lines.0.quantity', 'error.quantity'],
    [{ lines: [{ ...line, quantity: '1.5' }] }, 'lines.0.quantity', 'error.quantity'],
    [{ lines: [{ ...line, unitPrice: '-1' }] }, 'lines.0.unitPrice', 'error.yen'],
    [{ lines: [{ ...line, name: ' ' }] }, 'lines.0.name', 'error.name'],
    [{ shippingFee: '' }, 'shippingFee', 'error.yen'],
    [{ lines: [{ ...line, quantity: '0' }] }, 'total', 'error.total'],
  ])('is told what is wrong with %j', (more, path, message) => {
    expect(form(more).error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      [path, message],
    ])
  })
})

describe('a shipment as it is typed', () => {
  const typed = (setting: 'any' | 'yamato_only', slipNumber: string, carrier = 'yamato') =>
    shipmentFormSchema(setting).safeParse({ delivery: 0, slipNumber, carrier })

  it('is told at the field what is wrong', () => {
    expect(typed('any', '４７１０-0234-5671').data?.slipNumber).toBe('471002345671')
    expect(typed('any', '').success).toBe(true)
    expect(typed('any', '12').error?.issues).toMatchObject([
      { path: ['slipNumber'], message: 'refusal.slip_not_yamato' },
    ])
    expect(typed('yamato_only', '12', 'sagawa').error?.issues).toMatchObject([
      { path: ['carrier'], message: 'refusal.carrier_not_yamato' },
    ])
  })
})
