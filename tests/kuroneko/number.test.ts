import { expect, test } from 'vitest'
import { kuronekoNumberOf } from '~/kuroneko/number'

test.each([
  ['P261105143012345678', null, { ok: true, number: 'P261105143012345678' }],
  ['P261105143012345678', 'P261105143012345678-1', { ok: true, number: 'P261105143012345678-1' }],
  ['MS0098A2231K7740D5518Z0042', '0098223177405518', { ok: true, number: '0098223177405518' }],
  ['MS0098A2231K7740D5518Z0042', null, { ok: false, reason: 'too_long_number' }],
  ['A'.repeat(23), null, { ok: true }],
  ['A'.repeat(24), null, { ok: false, reason: 'too_long_number' }],
  ['#-*/<>:@', null, { ok: true }],
  ['P1_2', null, { ok: false, reason: 'unfit_number' }],
  ['p1', null, { ok: false, reason: 'unfit_number' }],
  ['P1', 'p1', { ok: false, reason: 'unfit_number' }],
  ['P1', '', { ok: false, reason: 'unfit_number' }],
])('the number %s, known there as %s', (number, kuronekoOrderNumber, asked) => {
  expect(kuronekoNumberOf({ number, kuronekoOrderNumber })).toMatchObject(asked)
})
