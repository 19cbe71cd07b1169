import { describe, expect, it } from 'vitest'
import { excerpt } from '~/audit/search/mark'

const marked = (text: string, words: string) =>
  excerpt(text, words)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('')

describe('found words', () => {
  it.each([
    ['ｷｬﾝｾﾙ済み', 'キャンセル', '[ｷｬﾝｾﾙ]済み'],
    ['カード番号ＡＢＣ', 'abc', 'カード番号[ＡＢＣ]'],
    ['ﾊﾞｯｸﾞの返品', 'バッグ', '[ﾊﾞｯｸﾞ]の返品'],
    ['㈱花のや', '(株)', '[㈱]花のや'],
    ['取消の取消', '取消', '[取消]の[取消]'],
    ['返金と取消', '取消　返金', '[返金]と[取消]'],
    ['100%_済み', '0%_', '10[0%_]済み'],
    ['何もない', '取消', '何もない'],
  ])('are marked as they were written: %s', (text, words, expected) => {
    expect(marked(text, words)).toBe(expected)
  })

  it('are in the part that is shown of a long text', () => {
    const long = `${'あ'.repeat(500)}取消${'い'.repeat(500)}`
    const shown = marked(long, '取消')
    expect(shown).toMatch(/^…あ+\[取消\]い+…$/u)
    expect(shown.length).toBeLessThan(200)
  })
})
