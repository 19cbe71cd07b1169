import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePaste } from '~/corrections/paste/parse'
import { type Printable, printTemplate } from '~/corrections/paste/print'
import { claims, paymentWishes, shippingWishes } from '~/corrections/wishes'
import { normaliseOrderNumber } from '~/orders/number'
import { messy } from './messy'

/** Pieces that mean something to the parser, so that arbitrary texts reach its corners. */
const scraps = [
  ...messy.flatMap(({ text }) => text.split(/(?<=[\n:：])/u)),
  ...[
    'P',
    'p0241',
    '1051 2345',
    '\u0301',
    '\u200b',
    '\u0000',
    '\ud800',
    '①',
    '-1',
    'ー',
    '～',
    '(例:',
    '"',
    '\t',
    ',',
    '　｜',
    '同上',
    'ﾞ',
  ],
]
const messyText = fc
  .array(fc.oneof(fc.constantFrom(...scraps), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(''))
const anyText = fc.oneof(messyText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

const orderNumber = fc.oneof(
  fc.stringMatching(/^P[A-Z]?\d{18}(?:-[1-9])?$/u),
  fc.stringMatching(/^[A-Z]{0,8}\d{8,16}[A-Z]{0,2}$/u),
)
/** Printable text of one or several lines; half of it looks like the template. */
const words = (unit: fc.Arbitrary<string>) =>
  fc
    .array(fc.oneof(unit, fc.constantFrom(...scraps.map((scrap) => scrap.replace(/[\p{Cc}\p{Cs}]/gu, '')))), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(''))
const printable = fc.string({ unit: 'grapheme', maxLength: 20 })
const reason = fc
  .array(words(printable), { minLength: 1, maxLength: 5 })
  .map((lines) => lines.join('\n'))
  .filter((text) => text !== '')
const request: fc.Arbitrary<Printable> = fc.record({
  orderNumber,
  paymentStatus: fc.constantFrom(...paymentWishes),
  shippingStatus: fc.constantFrom(...shippingWishes),
  kuronekoStatus: fc.constantFrom(...claims),
  kuronekoWords: fc.option(words(printable).filter((text) => text !== '')),
  reason,
})

const plainOf = (parsed: ReturnType<typeof parsePaste>) =>
  parsed.requests.map(({ sources: _, problems: __, ...plain }) => plain)

describe('any text', () => {
  it('never throws and never invents a number', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const whole = normaliseOrderNumber(text)
        for (const { orderNumber: number } of parsePaste(text).requests) {
          expect(number === null || whole.includes(number)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('leaves no field empty without saying why', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        for (const found of parsePaste(text).requests) {
          for (const field of [
            'orderNumber',
            'paymentStatus',
            'shippingStatus',
            'kuronekoStatus',
            'reason',
          ] as const) {
            const errors = found.problems.filter((one) => one.field === field && one.severity === 'error')
            expect(found[field] !== null || errors.length > 0).toBe(true)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is printed', () => {
  it('is read back the same', () => {
    fc.assert(
      fc.property(request, (one) => {
        expect(plainOf(parsePaste(printTemplate(one)))).toEqual([one])
      }),
      { numRuns: 500 },
    )
  })

  it('is read back the same among others, and in a quoted mail', () => {
    const several = fc.uniqueArray(request, {
      minLength: 2,
      maxLength: 4,
      selector: (one) => one.orderNumber,
    })
    fc.assert(
      fc.property(several, fc.boolean(), (requests, quoted) => {
        const printed = requests.map(printTemplate).join('\n\n')
        const text = quoted ? `> ${printed.replaceAll('\n', '\n> ')}` : printed
        expect(plainOf(parsePaste(text))).toEqual(requests)
      }),
      { numRuns: 300 },
    )
  })
})
