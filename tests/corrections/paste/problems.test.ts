import { describe, expect, it } from 'vitest'
import { fields } from '~/corrections/paste/fields'
import {
  excerpt,
  type ProblemCode,
  problem,
  problemSentence,
  problemTable,
} from '~/corrections/paste/problems'

const codes = Object.keys(problemTable) as ProblemCode[]

describe('sentences', () => {
  it.each(codes)('%s reads whole in both languages', (code) => {
    for (const field of fields) {
      const found = problem(code, { field, line: 3, text: '対象', meaning: 'cancelled' })
      for (const language of ['ja', 'en'] as const) {
        expect(problemSentence(found, language)).not.toMatch(/[{}]|undefined|「」|“”/u)
      }
    }
  })

  it('names a status by the label of its own field', () => {
    const found = problem('status_resembles', {
      field: 'shippingStatus',
      text: 'キャンセル済',
      meaning: 'cancelled',
    })
    expect(problemSentence(found, 'ja')).toBe(
      '「配送ステータス」の「キャンセル済」を「注文キャンセル」として読み取りました。',
    )
    expect(problemSentence(found, 'en')).toContain('Cancelled (注文キャンセル)')
  })

  it('cuts a long excerpt between characters', () => {
    expect(excerpt(`${'a'.repeat(199)}𠮷野家`)).toBe(`${'a'.repeat(199)}…`)
  })
})
