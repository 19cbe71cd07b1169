import { claimLabels, paymentWishLabels, shippingWishLabels } from '~/corrections/wishes'
import { type Field, formLabel } from './fields'

/** `error`: nothing was taken, a person must fill it in. `doubt`: something was taken or left, a person must look. */
export type Severity = 'error' | 'doubt'

type Entry = { severity: Severity; ja: string; en: string }

/** Every problem the parser can name, with its sentence. `{field}`, `{text}` and `{meaning}` are filled in. */
export const problemTable = {
  nothing_found: {
    severity: 'error',
    ja: 'ステータス変更依頼を読み取れませんでした。「対象注文番号:」などの項目名と値を入力してください。',
    en: 'No request could be read. Enter labels such as 「対象注文番号:」, each followed by its value.',
  },
  field_missing: {
    severity: 'error',
    ja: '「{field}」が入力されていません。',
    en: '“{field}” is not filled in.',
  },
  example_only: {
    severity: 'error',
    ja: '「{field}」に記入例「{text}」が残っています。実際の値を入力してください。',
    en: '“{field}” still holds the example “{text}”. Enter the real value.',
  },
  example_left: {
    severity: 'doubt',
    ja: '「{field}」に残っていた記入例「{text}」を除いて読み取りました。',
    en: 'The example “{text}” left in “{field}” was ignored.',
  },
  number_masked: {
    severity: 'error',
    ja: '注文番号「{text}」は一部が伏せられています。省略せずに入力してください。',
    en: 'Part of the order number “{text}” is masked. Enter it in full.',
  },
  number_unreadable: {
    severity: 'error',
    ja: '「{text}」から注文番号を読み取れませんでした。',
    en: 'No order number could be read from “{text}”.',
  },
  number_range: {
    severity: 'error',
    ja: '注文番号が範囲「{text}」で書かれています。両端の番号のみ読み取りました。間の番号は1件ずつ入力してください。',
    en: 'The order numbers are given as the range “{text}”. Only the two ends were read. Enter each number between them.',
  },
  number_conflict: {
    severity: 'error',
    ja: '注文番号「{text}」について、内容の異なる依頼が複数あります。どちらか一方にしてください。',
    en: 'There are several requests for order {text} that differ. Keep only one of them.',
  },
  number_joined: {
    severity: 'doubt',
    ja: '空白で区切られた「{text}」を一つの注文番号「{meaning}」として読み取りました。',
    en: 'The spaced-out “{text}” was taken as the single order number {meaning}.',
  },
  number_unusual: {
    severity: 'doubt',
    ja: '「{text}」は注文番号として一般的な形ではありません。番号をご確認ください。',
    en: '“{text}” does not have the usual form of an order number. Check it.',
  },
  number_without_label: {
    severity: 'doubt',
    ja: '項目名のない「{text}」を対象注文番号として読み取りました。',
    en: '“{text}” has no label and was taken as the order number.',
  },
  number_extra_text: {
    severity: 'doubt',
    ja: '注文番号の前後にある「{text}」は読み取っていません。',
    en: '“{text}” beside the order number was not read.',
  },
  number_in_reason: {
    severity: 'doubt',
    ja: '「{field}」の中に別の注文番号と思われる「{text}」があります。この番号の依頼は作成していません。',
    en: '“{field}” mentions what looks like another order number, {text}. No request was made for it.',
  },
  number_unused: {
    severity: 'error',
    ja: '注文番号と思われる「{text}」は、どの依頼にも使われていません。',
    en: '“{text}” looks like an order number but is used in no request.',
  },
  status_resembles: {
    severity: 'doubt',
    ja: '「{field}」の「{text}」を「{meaning}」として読み取りました。',
    en: 'In “{field}”, “{text}” was taken as {meaning}.',
  },
  status_arrow: {
    severity: 'doubt',
    ja: '「{field}」の「{text}」は、変更後の「{meaning}」を読み取りました。',
    en: 'In “{field}”, “{text}” was taken as a change to {meaning}.',
  },
  status_ambiguous: {
    severity: 'error',
    ja: '「{field}」の「{text}」は複数のステータスに読めます。一つだけ入力してください。',
    en: 'In “{field}”, “{text}” can be read as more than one status. Enter just one.',
  },
  status_negated: {
    severity: 'error',
    ja: '「{field}」の「{text}」は、打ち消しや予定の表現を含むため読み取っていません。ステータスを選択してください。',
    en: 'In “{field}”, “{text}” contains a negation or a plan and was not read. Choose the status.',
  },
  status_unknown: {
    severity: 'error',
    ja: '「{field}」の「{text}」は、該当するステータスがありません。',
    en: 'In “{field}”, “{text}” matches no status.',
  },
  claim_other: {
    severity: 'doubt',
    ja: '「{field}」の「{text}」は該当するステータスがないため、「その他」として文言のまま残しました。',
    en: 'In “{field}”, “{text}” matches no status. It was kept word for word as “Other (その他)”.',
  },
  nothing_to_change: {
    severity: 'error',
    ja: '決済ステータスと配送ステータスがどちらも「変更なし」です。少なくとも一方を指定してください。',
    en: 'Both the payment and the shipping status say “No change (変更なし)”. At least one must change.',
  },
  label_guessed: {
    severity: 'doubt',
    ja: '項目名「{text}」を「{meaning}」として読み取りました。',
    en: 'The label “{text}” was taken as “{meaning}”.',
  },
  label_repeated: {
    severity: 'doubt',
    ja: '「{field}」が2回以上入力されています。「{text}」もあわせてご確認ください。',
    en: '“{field}” is filled in more than once. Check “{text}” as well.',
  },
  label_conflict: {
    severity: 'error',
    ja: '「{field}」に異なる値が2回以上入力されています(「{text}」など)。一つだけ入力してください。',
    en: '“{field}” is filled in more than once with different values (“{text}”, for one). Enter just one.',
  },
  label_unused: {
    severity: 'doubt',
    ja: '「{text}」は依頼の項目ではないため、読み取っていません。',
    en: '“{text}” is not part of a request and was not read.',
  },
  position_guessed: {
    severity: 'doubt',
    ja: '項目名がないため、書かれた順番から「{text}」を「{meaning}」として読み取りました。',
    en: 'There is no label, so “{text}” was taken as “{meaning}” from its position.',
  },
  copied_from_above: {
    severity: 'doubt',
    ja: '「{text}」とあるため、「{field}」は前の依頼と同じ内容にしました。',
    en: '“{field}” was copied from the earlier request because of “{text}”.',
  },
  nothing_to_copy: {
    severity: 'error',
    ja: '「{field}」に「{text}」とありますが、元になる依頼がありません。',
    en: '“{field}” says “{text}”, but there is no earlier request to copy from.',
  },
  duplicate_merged: {
    severity: 'doubt',
    ja: '注文番号「{text}」について同じ内容の依頼が複数あったため、1件にまとめました。',
    en: 'Several requests for order {text} asked for the same and were merged into one.',
  },
  too_many: {
    severity: 'error',
    ja: '一度に読み取れる件数を超えたため、{text}件を読み取っていません。分けて貼り付けてください。',
    en: 'There are more requests than can be read at once; {text} were left out. Paste them separately.',
  },
  unread_text: {
    severity: 'doubt',
    ja: '「{text}」は読み取っていません。',
    en: '“{text}” was not read.',
  },
  more_left: {
    severity: 'doubt',
    ja: 'このほかに、ご確認いただきたい箇所が{text}か所あります。',
    en: '{text} more passages need a look.',
  },
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof problemTable

/** One thing a person must look at: what, where (`line` from 1), the words, and what they were taken for. */
export type Problem = {
  code: ProblemCode
  field?: Field
  line?: number
  text?: string
  meaning?: string
  severity: Severity
}

type Where = { field?: Field; line?: number; text?: string; meaning?: string }

const longestExcerpt = 200

export function problem(code: ProblemCode, { field, line, text, meaning }: Where = {}): Problem {
  return {
    code,
    ...(field && { field }),
    ...(line !== undefined && { line }),
    ...(text !== undefined && { text: excerpt(text) }),
    ...(meaning !== undefined && { meaning }),
    severity: problemTable[code].severity,
  }
}

/** The start of a text, never cut inside a character. */
export function excerpt(text: string, longest = longestExcerpt): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/u, '')}…`
}

/** The sentence for a person. */
export function problemSentence(found: Problem, language: 'ja' | 'en'): string {
  const filling: Record<string, string> = {
    field: found.field ? formLabel[found.field] : '',
    text: found.text ?? '',
    meaning: meaningLabel(found, language),
  }
  return problemTable[found.code][language].replace(
    /\{(field|text|meaning)\}/gu,
    (_, name: string) => filling[name] ?? '',
  )
}

function meaningLabel({ field, meaning }: Problem, language: 'ja' | 'en'): string {
  if (!meaning) return ''
  const labels: Record<string, { ja: string; en: string }> =
    field === 'paymentStatus'
      ? paymentWishLabels
      : field === 'shippingStatus'
        ? shippingWishLabels
        : field === 'kuronekoStatus'
          ? claimLabels
          : {}
  return (Object.hasOwn(labels, meaning) ? labels[meaning]?.[language] : undefined) ?? meaning
}

const mostProblems = 50

/** No more problems than a person reads, errors before doubts, with the number of those left out. */
export function limited(problems: readonly Problem[]): Problem[] {
  if (problems.length <= mostProblems) return [...problems]
  const errors = problems.filter(({ severity }) => severity === 'error')
  const doubts = problems.filter(({ severity }) => severity === 'doubt')
  const left = String(problems.length - mostProblems)
  return [...errors, ...doubts].slice(0, mostProblems).concat(problem('more_left', { text: left }))
}
