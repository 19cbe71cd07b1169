import { describe, expect, it } from 'vitest'
import { mostRequests, type Problem, parsePaste } from '~/corrections/paste/parse'
import { messy, numberA } from './messy'

const name = ({ code, field }: Problem) => (field ? `${code}:${field}` : code)

describe('texts as merchants write them', () => {
  it.each(messy)('$name', ({ text, requests, problems = [] }) => {
    const parsed = parsePaste(text)
    expect(parsed.requests.map((request) => request.problems.map(name).sort())).toEqual(
      requests.map(({ doubts = [] }) => [...doubts].sort()),
    )
    for (const [index, { doubts: _, ...fields }] of requests.entries()) {
      expect(parsed.requests[index]).toMatchObject(fields)
    }
    expect(parsed.problems.map(name)).toEqual(problems)
  })
})

describe('sources and excerpts', () => {
  it('gives each value its line as pasted', () => {
    const [request] = parsePaste(
      `拝啓\r\n> ・対象注文番号：${numberA}\r\n> 理由：返金済み\r\n> 追って連絡`,
    ).requests
    expect(request?.sources.orderNumber).toEqual({ line: 2, text: `> ・対象注文番号：${numberA}` })
    expect(request?.sources.reason).toEqual({ line: 3, text: '> 理由：返金済み\n> 追って連絡' })
  })

  it('says what a doubtful status was taken for, and where', () => {
    const [request] = parsePaste(`注文番号:${numberA}\n決済:キャンセル済み`).requests
    expect(request?.problems).toContainEqual({
      code: 'status_resembles',
      field: 'paymentStatus',
      line: 2,
      text: 'キャンセル済み',
      meaning: 'cancelled',
      severity: 'doubt',
    })
  })

  it('stops at its limit and says how many it left', () => {
    const numbers = Array.from(
      { length: mostRequests + 7 },
      (_, index) => `P0241105${10_000_000_000 + index}`,
    )
    const parsed = parsePaste(`注文番号:\n${numbers.join('\n')}\n決済:注文キャンセル`)
    expect(parsed.requests).toHaveLength(mostRequests)
    expect(parsed.problems).toContainEqual(expect.objectContaining({ code: 'too_many', text: '7' }))
  })
})
