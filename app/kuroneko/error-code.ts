import { type CodeMeaning, listedMeaning } from './codes'

/** The parts of an error code: function (3) · stage (1) · `01` · field (2) · kind (2); kuroneko.md §2. */
export type CodeAnatomy = {
  function: string
  /** `field`: a field was checked; `business`: a later check; `night` and the like have stage 0. */
  stage: 'field' | 'business' | 'other'
  /** The field's place in the request, the function code being 1; null where the stage is not `field`. */
  field: number | null
  /** Two digits; what they say is known of the field stage only. */
  kind: string
}

/** Null for what is not built like one of Kuroneko's codes. */
export function anatomyOf(code: string): CodeAnatomy | null {
  const parts = /^([A-Z]\d\d)(\d)(\d\d)(\d\d)(\d\d)$/.exec(code)
  if (!parts) return null
  const [, name = '', stage, , field, kind = ''] = parts
  if (stage === '1') return { function: name, stage: 'field', field: Number(field), kind }
  return { function: name, stage: stage === '0' ? 'other' : 'business', field: null, kind }
}

const kinds: Record<string, { ja: string; en: string }> = {
  '01': { ja: '未入力', en: 'missing' },
  '02': { ja: '桁数', en: 'wrong length' },
  '03': { ja: 'バイト数', en: 'too many bytes' },
  '04': { ja: '使えない文字', en: 'characters that are not allowed' },
  '05': { ja: '形式', en: 'wrong format' },
  '06': { ja: '使えない値', en: 'a value that is not allowed' },
}

/**
 * What a code says. One that is not listed is told by its stage, and by field and kind where these are plain; never
 * guessed further.
 */
export function explainErrorCode(code: string): CodeMeaning & { listed: boolean } {
  const meaning = listedMeaning(code)
  if (meaning) return { ...meaning, listed: true }
  return { ...unlisted(anatomyOf(code)), listed: false }
}

function unlisted(anatomy: CodeAnatomy | null): CodeMeaning {
  if (!anatomy) return { ja: '一覧にないコード', en: 'A code that is not listed' }
  const { function: name, stage, field, kind } = anatomy
  if (stage !== 'field') {
    return {
      ja: `一覧にないコード（${name}、${stage === 'business' ? '業務チェック' : 'チェック前'}）`,
      en: `A code that is not listed (${name}, ${stage === 'business' ? 'business check' : 'before any check'})`,
    }
  }
  const known = kinds[kind]
  return {
    ja: `一覧にないコード（${name}、${field}番目の項目${known ? `: ${known.ja}` : ''}）`,
    en: `A code that is not listed (${name}, field ${field}${known ? `: ${known.en}` : ''})`,
  }
}
