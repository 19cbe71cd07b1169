import { describe, expect, it } from 'vitest'
import { receiveShipments } from '~/routes/orders/bulk/receive.server'
import { kindOf, readChosen, readRows } from '~/routes/orders/bulk/rows'

function aForm(fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

describe('the dry run’s form', () => {
  it('gives each row its own fields, with slips made half-width digits', () => {
    const form = aForm([
      ['number', 'P1'],
      ['delivery', '0'],
      ['slip', '４７１０-0234-5671'],
      ['carrier', 'yamato'],
      ['number', 'P2'],
      ['delivery', ''],
      ['slip', ''],
      ['carrier', 'sagawa'],
    ])
    expect(readRows(form, 'ship')).toEqual([
      { number: 'P1', delivery: 0, slipNumber: '471002345671', carrier: 'yamato' },
      { number: 'P2', delivery: undefined, slipNumber: '', carrier: 'sagawa' },
    ])
    expect(readRows(form, 'capture')).toEqual([{ number: 'P1' }, { number: 'P2' }])
  })

  it.each<[string, [string, string][]]>([
    ['no row', []],
    [
      'a row without its carrier',
      [
        ['number', 'P1'],
        ['delivery', '0'],
        ['slip', ''],
      ],
    ],
    [
      'a delivery that is none',
      [
        ['number', 'P1'],
        ['delivery', '-1'],
        ['slip', ''],
        ['carrier', 'yamato'],
      ],
    ],
    [
      'a carrier that is none',
      [
        ['number', 'P1'],
        ['delivery', '0'],
        ['slip', ''],
        ['carrier', 'x'],
      ],
    ],
  ])('with %s is refused', (_, fields) => {
    expect(readRows(aForm(fields), 'ship')).toBeNull()
  })

  it('knows two kinds', () => {
    expect(['ship', 'capture', 'cancel', null].map(kindOf)).toEqual(['ship', 'capture', null, null])
  })
})

describe('the orders that an address names', () => {
  it('are each there once', () => {
    const params = new URLSearchParams('order=P1&order=P2&order=P1&order=')
    expect(readChosen(params)).toEqual({ numbers: ['P1', 'P2'], tooMany: false })
  })

  it('are a hundred at most, which is said', () => {
    const params = new URLSearchParams(Array.from({ length: 101 }, (_, n) => ['order', `P${n}`]))
    const { numbers, tooMany } = readChosen(params)
    expect([numbers.length, tooMany]).toEqual([100, true])
  })
})

describe('an uploaded CSV', () => {
  const sent = (upload: Blob | string, filename = 'shipments.csv') => {
    const body = new FormData()
    if (typeof upload === 'string') body.append('upload', upload)
    else body.append('upload', upload, filename)
    return receiveShipments(new Request('http://localhost/orders/bulk', { method: 'POST', body }))
  }

  it('is read', async () => {
    expect(await sent(new Blob(['P1,471002345671,ヤマト運輸\n']))).toEqual({
      ok: true,
      rows: [{ number: 'P1', slipNumber: '471002345671', carrier: 'yamato' }],
    })
  })

  it('is refused where it is too large, none, or says something unknown', async () => {
    expect(await sent(new Blob(['x'.repeat(1024 * 1024 + 1)]))).toMatchObject({ problem: 'too_large' })
    expect(await sent('')).toMatchObject({ problem: 'no_file' })
    expect(await sent(new Blob(['P1,1,赤い彗星便\n']))).toMatchObject({ problem: 'carrier', row: 1 })
  })
})
