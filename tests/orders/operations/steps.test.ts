import { describe, expect, it } from 'vitest'
import { type CallFact, nextStep, settledBy } from '~/orders/operations/steps'

const e01 = (index: number, state: CallFact['state'], slip_no = `S${index}`): CallFact => ({
  index,
  function: 'E01',
  fields: { slip_no },
  state,
})
const e02 = (index: number, state: CallFact['state'], slip_no: string): CallFact => ({
  ...e01(index, state, slip_no),
  function: 'E02',
})

describe('the next step of an operation', () => {
  it.each<[string, CallFact[], unknown]>([
    [
      'sends the first planned call',
      [e01(0, 'planned'), e01(1, 'planned')],
      { step: 'send', call: { index: 0 } },
    ],
    ['then the next', [e01(0, 'done'), e01(1, 'planned')], { step: 'send', call: { index: 1 } }],
    ['ends when all are done', [e01(0, 'done'), e01(1, 'done')], { step: 'finish', outcome: 'done' }],
    ['asks about a call without answer', [e01(0, 'unknown'), e01(1, 'planned')], { step: 'ask' }],
    ['asks about a call that was sent by who is gone', [e01(0, 'sent')], { step: 'ask', call: { index: 0 } }],
    [
      'ends when the first is refused',
      [e01(0, 'refused'), e01(1, 'planned')],
      { step: 'finish', outcome: 'not_done' },
    ],
    [
      'takes back what was registered',
      [e01(0, 'done'), e01(1, 'refused')],
      { step: 'take_back', slipNumber: 'S0' },
    ],
    [
      'sends the taking back',
      [e01(0, 'done'), e01(1, 'refused'), e02(2, 'planned', 'S0')],
      { step: 'send', call: { index: 2 } },
    ],
    [
      'asks about a taking back too',
      [e01(0, 'done'), e01(1, 'refused'), e02(2, 'unknown', 'S0')],
      { step: 'ask' },
    ],
    [
      'takes back each',
      [e01(0, 'done'), e01(1, 'done'), e01(2, 'not_done'), e02(3, 'done', 'S0')],
      { step: 'take_back', slipNumber: 'S1' },
    ],
    [
      'tries that once',
      [e01(0, 'done'), e01(1, 'refused'), e02(2, 'refused', 'S0')],
      { step: 'finish', outcome: 'not_done' },
    ],
  ])('%s', (_name, calls, expected) => {
    expect(nextStep(calls)).toMatchObject(expected as object)
  })
})

describe('an inquiry settles', () => {
  const at = null
  const answer = (statusInfo: number, amount: number | null = 5000, slipNumbers: string[] = []) =>
    ({
      kind: 'answered',
      statusInfo,
      amount,
      slipNumbers,
      authorisedAt: at,
      settledAt: at,
      cancelledAt: at,
      renewedAt: at,
    }) as const
  const call = (name: string, fields: Record<string, string> = {}): CallFact => ({
    index: 0,
    function: name,
    fields,
    state: 'unknown',
  })
  const price = { new_price: '4000', old_price: '5000' }
  const slip = { slip_no: '1' }
  const bought = { settle_price: '5000' }

  it.each([
    [call('A06'), answer(40), 'done'],
    [call('A06'), answer(4), 'not_done'],
    [call('A06'), answer(31), 'not_done'],
    [call('A06'), answer(16), 'unclear'],
    [call('A07', price), answer(4, 4000), 'done'],
    [call('A07', price), answer(4, 5000), 'not_done'],
    [call('A07', price), answer(17, 5000), 'unclear'],
    [call('A07', price), answer(4, null), 'unclear'],
    [call('A07', price), answer(4, 4500), 'unclear'],
    [call('E01', slip), answer(30, 5000, ['1']), 'done'],
    [call('E01', slip), answer(31, 5000, ['2', '1']), 'done'],
    [call('E01', slip), answer(4), 'not_done'],
    [call('E01', slip), answer(30, 5000, ['2']), 'not_done'],
    [call('E01', slip), answer(30), 'unclear'],
    [call('E01', slip), answer(40), 'unclear'],
    [call('E02', slip), answer(4), 'done'],
    [call('E02', slip), answer(30, 5000, ['2']), 'done'],
    [call('E02', slip), answer(30, 5000, ['1']), 'not_done'],
    [call('E02', slip), answer(31, 5000, ['1']), 'unclear'],
    [call('A08', bought), answer(4), 'done'],
    [call('A01', bought), answer(31), 'done'],
    [call('A09', bought), answer(13), 'refused'],
    [call('A02', bought), answer(11), 'refused'],
    [call('A08', bought), answer(20), 'not_done'],
    [call('A09', bought), answer(21), 'not_done'],
    [call('A08', bought), answer(4, 4000), 'unclear'],
    [call('A08', bought), answer(40), 'unclear'],
  ] as const)('%j by %j: %s', (asked, said, expected) => {
    expect(settledBy(asked, said)).toBe(expected)
  })
})
