import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswer } from '~/kuroneko/answer.server'

const number = 'P024110512345678901-1'

/** The protocol's own example (kuroneko.md, "Examples"). */
const example = `<?xml version="1.0" encoding="UTF-8"?>
<return><returnCode>0</returnCode><errorCode></errorCode><returnDate>20241120101503</returnDate><resultCount>1</resultCount>
<resultData><orderNo>P024110512345678901-1</orderNo><deviceDiv>2</deviceDiv><settleDate>20241105143012</settleDate><orderDataSeq>900000123</orderDataSeq>
<settlePrice>5280</settlePrice><settleMethodDiv>0</settleMethodDiv><settleMethod>9</settleMethod><statusInfo>40</statusInfo><memberId></memberId><payWay>1</payWay>
<crdCResCd>001234</crdCResCd><crdCResDate>20241105143012</crdCResDate><threeDCode>0000</threeDCode><slipNo>471002345671</slipNo><deliveryServiceCode>00</deliveryServiceCode>
<slipDate>20241107090000</slipDate><cancelDate>20241119183011</cancelDate><renewalDate>20241119183011</renewalDate></resultData></return>`

const unknown = (reason: string, errorCode?: string) => ({
  kind: 'unknown',
  reason,
  ...(errorCode && { errorCode }),
})

test('the example is read, with times of Japan', () => {
  expect(readAnswer(example, number)).toEqual({
    kind: 'answered',
    statusInfo: 40,
    amount: 5280,
    authorisedAt: new Date('2024-11-05T05:30:12.000Z'),
    settledAt: new Date('2024-11-05T05:30:12.000Z'),
    cancelledAt: new Date('2024-11-19T09:30:11.000Z'),
    renewedAt: new Date('2024-11-19T09:30:11.000Z'),
    slipNumbers: ['471002345671'],
  })
})

describe('what matters little is taken leniently', () => {
  test.each<[string, (xml: string) => string]>([
    ['another root', (xml) => xml.replaceAll('return>', 'response>')],
    ['no declaration, a byte order mark', (xml) => `\ufeff${xml.slice(xml.indexOf('<return>'))}`],
    ['another declared encoding', (xml) => xml.replace('UTF-8', 'Shift_JIS')],
    ['attributes', (xml) => xml.replace('<resultData>', '<resultData no="1">')],
    ['elements that are new', (xml) => xml.replace('<memberId>', '<newThing><a>1</a></newThing><memberId>')],
    [
      'CDATA and comments',
      (xml) => xml.replace('>0</returnCode>', '><![CDATA[0]]></returnCode><!-- done -->'),
    ],
    ['indentation', (xml) => xml.replaceAll('><', '>\n  <')],
  ])('%s', (_, change) => {
    const outcome = readAnswer(change(example), number)
    expect(outcome).toMatchObject({ kind: 'answered', statusInfo: 40, amount: 5280 })
  })

  test.each([
    ['<settleDate/>', null],
    ['<settleDate></settleDate>', null],
    ['', null],
    ['<settleDate>2024-11-05</settleDate>', null],
    ['<settleDate>20240230000000</settleDate>', null],
    ['<settleDate>20241105243012</settleDate>', null],
  ])('a date written %j is none, and decides nothing', (written, settledAt) => {
    const xml = example.replace('<settleDate>20241105143012</settleDate>', written)
    expect(readAnswer(xml, number)).toMatchObject({ kind: 'answered', statusInfo: 40, settledAt })
  })

  test.each([
    ['', []],
    ['<slipNo/>', []],
    ['<slipNo>001</slipNo><slipNo>002</slipNo>', ['001', '002']],
    ['<slipNo><no>001</no><no>002</no></slipNo>', ['001', '002']],
  ])('slips written %j', (written, slipNumbers) => {
    const xml = example.replace('<slipNo>471002345671</slipNo>', written)
    expect(readAnswer(xml, number)).toMatchObject({ slipNumbers })
  })

  test('an amount that is not told', () => {
    const xml = example.replace('<settlePrice>5280</settlePrice>', '<settlePrice/>')
    expect(readAnswer(xml, number)).toMatchObject({ kind: 'answered', amount: null })
  })
})

describe('what decides is taken strictly', () => {
  const result = /<resultData>.*<\/resultData>/s.exec(example)?.[0] ?? ''
  test.each<[string, string, string, ReturnType<typeof unknown>]>([
    ['no return code', '<returnCode>0</returnCode>', '', unknown('malformed')],
    ['a pending return code', '<returnCode>0<', '<returnCode>2<', unknown('malformed')],
    [
      'a return code that only equals 0 as a number',
      '<returnCode>0<',
      '<returnCode>00<',
      unknown('malformed'),
    ],
    ['a refusal', '<returnCode>0<', '<returnCode>1<', unknown('refused')],
    ['an error code beside a 0', '<errorCode><', '<errorCode>Z010000000<', unknown('refused', 'Z010000000')],
    ['no count', '<resultCount>1</resultCount>', '', unknown('malformed')],
    ['a count that is no number', '<resultCount>1<', '<resultCount>one<', unknown('malformed')],
    ['a count too high', '<resultCount>1<', '<resultCount>2<', unknown('ambiguous')],
    ['a count of 0 with a result', '<resultCount>1<', '<resultCount>0<', unknown('ambiguous')],
    ['a count of 1 without a result', result, '', unknown('ambiguous')],
    ['an empty result', result, '<resultData/>', unknown('ambiguous')],
    ['another order', '901-1</orderNo>', '901</orderNo>', unknown('other_order')],
    ['the order in lower case', '<orderNo>P', '<orderNo>p', unknown('other_order')],
    ['the order with a space', '<orderNo>P', '<orderNo> P', unknown('other_order')],
    ['no order', `<orderNo>${number}</orderNo>`, '', unknown('other_order')],
    ['two order numbers in one result', '<orderNo>', '<orderNo>P1</orderNo><orderNo>', unknown('malformed')],
    ['another method', '<settleMethodDiv>0<', '<settleMethodDiv>1<', unknown('other_method')],
    ['no method', '<settleMethodDiv>0</settleMethodDiv>', '', unknown('other_method')],
    ['no status', '<statusInfo>40</statusInfo>', '<statusInfo/>', unknown('malformed')],
    ['a status in words', '<statusInfo>40<', '<statusInfo>取消<', unknown('malformed')],
    ['a status with a sign', '<statusInfo>40<', '<statusInfo>+4<', unknown('malformed')],
    ['a status with a fraction', '<statusInfo>40<', '<statusInfo>4.0<', unknown('malformed')],
    ['a status of three digits', '<statusInfo>40<', '<statusInfo>040<', unknown('malformed')],
    ['two statuses', '<statusInfo>40<', '<statusInfo>31</statusInfo><statusInfo>40<', unknown('malformed')],
    ['a status with children', '<statusInfo>40<', '<statusInfo><a>40</a><', unknown('malformed')],
    ['an amount in words', '<settlePrice>5280<', '<settlePrice>5,280<', unknown('malformed')],
    ['an amount beyond reason', '<settlePrice>5280<', '<settlePrice>52800000000<', unknown('malformed')],
  ])('%s', (_, from, to, outcome) => {
    expect(example).toContain(from)
    expect(readAnswer(example.replace(from, to), number)).toEqual(outcome)
  })

  const two = (other: string) =>
    example.replace('<resultCount>1<', '<resultCount>2<').replace('</return>', `${other}</return>`)

  test('of several results the one about this order counts, whichever place it has', () => {
    const other = result.replace(number, 'P9').replace('>40<', '>31<')
    expect(readAnswer(two(other), number)).toMatchObject({ kind: 'answered', statusInfo: 40 })
    expect(readAnswer(two(result).replace(result, other), number)).toMatchObject({ statusInfo: 40 })
    expect(readAnswer(two(result.replace('>40<', '>31<')), number)).toEqual(unknown('ambiguous'))
  })

  test('none', () => {
    const none = example.replace(result, '').replace('<resultCount>1<', '<resultCount>0<')
    expect(readAnswer(none, number)).toEqual({ kind: 'not_found' })
  })
})

describe('what is no such document is malformed', () => {
  test.each([
    ['nothing', ''],
    ['words', 'Service Unavailable'],
    ['a page', '<!doctype html><html><body><p>Maintenance</p></body></html>'],
    ['an empty root', '<return/>'],
    ['two roots', `${example}<return/>`],
    ['something after the end', `${example}x`],
    [
      'a file from the machine',
      example.replace('<return>', '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><return>'),
    ],
    [
      'a status by way of an entity of its own',
      example
        .replace('<return>', '<!DOCTYPE return [<!ENTITY s "31">]><return>')
        .replace('>40</statusInfo>', '>&s;</statusInfo>'),
    ],
    ['an element named __proto__', example.replace('<memberId>', '<__proto__>1</__proto__><memberId>')],
    ['deep nesting', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`],
  ])('%s', (_, xml) => {
    expect(readAnswer(xml, number)).toEqual(unknown('malformed'))
  })

  test('wherever it is cut off, and whatever letter is lost or changed, no other status is read', () => {
    const statuses = new Set<number>()
    fc.assert(
      fc.property(fc.nat(example.length - 1), fc.string({ maxLength: 2 }), fc.boolean(), (at, put, cut) => {
        const xml = cut ? example.slice(0, at) : example.slice(0, at) + put + example.slice(at + 1)
        const outcome = readAnswer(xml, number)
        if (cut) expect(outcome.kind).toBe('unknown')
        if (outcome.kind === 'answered' && !isInStatus(at)) statuses.add(outcome.statusInfo)
      }),
      { numRuns: 1_000 },
    )
    expect([...statuses]).toEqual([40])
  })
})

/** A changed digit of the status itself cannot be told from another status. */
function isInStatus(at: number): boolean {
  const start = example.indexOf('<statusInfo>')
  return at >= start && at <= example.indexOf('</statusInfo>')
}

test('many entities are refused rather than expanded', () => {
  const many = example.replace('<memberId>', `<memberId>${'&lt;'.repeat(5_000)}`)
  const started = performance.now()
  expect(readAnswer(many, number).kind).toBe('unknown')
  expect(performance.now() - started).toBeLessThan(1_000)
})
