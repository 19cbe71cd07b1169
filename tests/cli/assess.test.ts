import { describe, expect, it } from 'vitest'
import { mitame } from '~/cli/mitame'
import { terminal } from './terminal'

const aCase = {
  order: {
    paymentStatus: 'captured',
    amount: 8640,
    orderedOn: '2026-11-04',
    deliveries: [{ status: 'shipped', slipNumber: '471002345671' }],
  },
  request: {
    paymentStatus: 'cancelled',
    shippingStatus: 'cancelled',
    kuronekoStatus: 'cancelled',
    reason: '返品を受け付けたため',
  },
  evidence: { statusInfo: 40 } as Record<string, unknown> | null,
  today: '2026-11-24',
}

async function assessed(given: unknown, ...options: string[]) {
  const screen = terminal(typeof given === 'string' ? given : JSON.stringify(given))
  const exitCode = await mitame(['assess', '--json', ...options], screen)
  return { exitCode, ...screen.written }
}

describe('mitame assess', () => {
  it('answers one case with one object', async () => {
    const { exitCode, out } = await assessed(aCase)
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toEqual({
      verdict: 'look',
      secondPerson: false,
      findings: [
        {
          id: 'goods_have_left',
          severity: 'look',
          message: '配送先1（配送完了）の商品は、すでに発送されています。',
        },
        { id: 'nothing_else_follows', severity: 'info', message: expect.stringContaining('在庫') },
      ],
    })
  })

  it('answers an array with an array, in its order', async () => {
    const cases = [
      { ...aCase, evidence: { statusInfo: 30 } },
      { ...aCase, evidence: { outcome: 'not_found' } },
      { ...aCase, evidence: { outcome: 'unknown' } },
      { ...aCase, evidence: { statusInfo: 40, amount: 1 } },
      { ...aCase, evidence: null, settings: { secondPersonFrom: 8640 } },
    ]
    const told = JSON.parse((await assessed(cases)).out)
    const summary = told.map(
      ({ verdict, secondPerson, findings }: Record<string, unknown> & { findings: { id: string }[] }) => [
        verdict,
        secondPerson,
        findings[0]?.id,
      ],
    )
    expect(summary).toEqual([
      ['no', false, 'buyer_stays_charged'],
      ['no', false, 'no_transaction'],
      ['look', true, 'evidence_unusable'],
      ['look', false, 'goods_have_left'],
      ['look', true, 'evidence_not_asked'],
    ])
    expect(JSON.parse((await assessed([])).out)).toEqual([])
  })

  it('speaks English when asked', async () => {
    const { out } = await assessed(aCase, '--lang', 'en')
    expect(out).toContain('Goods have been sent already')
    const screen = { ...terminal(JSON.stringify(aCase)), env: { LANG: 'en_US.UTF-8' } }
    expect(await mitame(['assess'], screen)).toBe(0)
    expect(screen.written.out).toContain('Goods have been sent already')
  })

  it('lists findings for people, with what to do', async () => {
    const screen = terminal(JSON.stringify([aCase]))
    expect(await mitame(['assess'], screen)).toBe(0)
    expect(screen.written.out).toMatch(/^確認のうえ反映できます\n {2}\[確認\] 商品はすでに発送されています/u)
    expect(screen.written.out).toContain('→ 商品の返送の有無')
  })

  it.each([
    ['what is no JSON', '{', 'JSON'],
    [
      'a wrong code',
      [aCase, { ...aCase, order: { ...aCase.order, paymentStatus: '決済' } }],
      '[1].order.paymentStatus',
    ],
    ['a day that is none', { ...aCase, today: '2026-02-30' }, 'today'],
    ['evidence that says nothing', { ...aCase, evidence: {} }, 'evidence.statusInfo'],
    ['a status that is no number', { ...aCase, evidence: { statusInfo: '40' } }, 'evidence.statusInfo'],
    ['a number', 3, '(input)'],
  ])('refuses %s, and says where', async (_, given, place) => {
    const { exitCode, out, err } = await assessed(given)
    expect([exitCode, out]).toEqual([1, ''])
    expect(err).toContain(place)
  })
})
