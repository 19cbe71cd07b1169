import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { ShiftJis } from '~/audit/export/shift-jis.server'
import { codePoint } from '~/audit/export/unfit'

const decode = (bytes: Uint8Array) => iconv.decode(Buffer.from(bytes), 'cp932')

describe('text as Shift_JIS', () => {
  it('keeps what Windows has, and comes back the same', () => {
    const shiftJis = new ShiftJis()
    const text = '髙島屋の～①㈱﨑ｷｬﾝｾﾙ、"済み"\r\n決済完了\\ ー―'
    expect(decode(shiftJis.encode(shiftJis.fitted(text, 2, '文章')))).toBe(text)
    expect([...shiftJis.encode('髙～')]).toEqual([0xfb, 0xfc, 0x81, 0x60])
    expect(shiftJis.unfit()).toBeNull()
  })

  it.each([
    ['𠮷', '&#x20BB7;', 'U+20BB7'],
    ['😀', '&#x1F600;', 'U+1F600'],
    ['〜', '&#x301C;', 'U+301C'],
    ['−', '&#x2212;', 'U+2212'],
    ['é', '&#xE9;', 'U+00E9'],
    // These would be written, as another character.
    ['¥', '&#xA5;', 'U+00A5'],
    ['‾', '&#x203E;', 'U+203E'],
  ])('writes %s as %s', (character, reference, code) => {
    const shiftJis = new ShiftJis()
    expect(shiftJis.fitted(`前${character}後`, 2, '文章')).toBe(`前${reference}後`)
    expect(codePoint(character)).toBe(code)
  })

  it('tells how often, and where first', () => {
    const shiftJis = new ShiftJis()
    shiftJis.fitted('𠮷野家の𠮷田', 3, '店舗名')
    shiftJis.fitted('👨‍👩‍👧 𠮷', 12, '文章')
    expect(shiftJis.unfit()).toEqual({
      count: 8,
      characters: [
        { character: '𠮷', count: 3, row: 3, column: '店舗名' },
        { character: '👨', count: 1, row: 12, column: '文章' },
        { character: '\u200d', count: 2, row: 12, column: '文章' },
        { character: '👩', count: 1, row: 12, column: '文章' },
        { character: '👧', count: 1, row: 12, column: '文章' },
      ],
    })
  })

  it('names a hundred characters, and counts the others', () => {
    const shiftJis = new ShiftJis()
    const many = Array.from({ length: 150 }, (_, nth) => String.fromCodePoint(0x1f600 + nth)).join('')
    shiftJis.fitted(many + many, 2, '文章')
    expect(shiftJis.unfit()).toMatchObject({ count: 300 })
    expect(shiftJis.unfit()?.characters).toHaveLength(100)
  })
})
