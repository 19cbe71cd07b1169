import type { Language } from '~/i18n/languages'
import type { CodeMeaning } from './codes'
import { creditErrorMeaning } from './credit-error-code'
import { explainErrorCode } from './error-code'
import type { OperationOutcome, OperationUnknownReason } from './operation'
import { type RefusalKind, refusalKindOf } from './refusals'
import { unknownWords } from './unknown-words'
import type { Words } from './words'

export type Explained = { meaning: string; todo: string }

/** What a person does where the code's own entry names nothing better. */
export const refusalTodos: Record<RefusalKind, Words> = {
  later: {
    ja: '処理は行われていません。時間をおいてやり直してください。',
    en: 'Nothing was done. Try again later.',
  },
  input: { ja: '入力内容を訂正してやり直してください。', en: 'Correct what was entered and try again.' },
  settings: {
    ja: '店舗またはデスクの設定と、クロネコとの契約内容を確認してください。',
    en: 'Check the shop’s or the desk’s settings and the contract with Kuroneko.',
  },
  buyer: {
    ja: '購入者に確認を依頼してください。',
    en: 'The buyer has to check the card or try another.',
  },
  state: {
    ja: '取引情報照会で結果を確認してください。',
    en: 'Ask for the transaction’s status before anything else.',
  },
}

/** A refusal in a person's words. What the card network said, where it did, tells more than the code around it. */
export function explainRefusal(
  { errorCode, creditErrorCode }: { errorCode: string; creditErrorCode?: string | null },
  language: Language,
): Explained {
  const code = explainErrorCode(errorCode)
  const said = creditErrorCode ? creditErrorMeaning(creditErrorCode) : null
  const todo = (said ?? code).todo ?? refusalTodos[refusalKindOf(errorCode)]
  return { meaning: join(code, said, language), todo: todo[language] }
}

function join(code: CodeMeaning, said: CodeMeaning | null, language: Language): string {
  if (!said) return code[language]
  return language === 'ja' ? `${code.ja}：${said.ja}` : `${code.en}: ${said.en}`
}

const operationWords: Partial<Record<OperationUnknownReason, Words>> = {
  redirect: {
    ja: '別のアドレスへ転送されました。転送先へは送信していません。',
    en: 'The request was redirected elsewhere and not followed.',
  },
  breaker_open: {
    ja: 'この加盟店との通信が続けて失敗したため、しばらく送信を止めています。',
    en: 'Calls for this trader code have failed in a row and are paused for a moment.',
  },
  too_long_number: {
    ja: '注文番号が23文字を超え、クロネコの受付番号も分からないため送信できません。',
    en: 'The number has more than 23 characters and no number at Kuroneko is known, so it cannot be sent.',
  },
  unfit_number: {
    ja: 'クロネコの受付番号に使えない文字が含まれるため送信できません。',
    en: 'The number holds characters that Kuroneko’s numbers cannot have, so it cannot be sent.',
  },
}
const unfitRequest: Words = {
  ja: '入力内容がクロネコの形式に合わないため送信できません。',
  en: 'What was entered does not fit Kuroneko’s protocol, so it cannot be sent.',
}
const nothingSent: Words = {
  ja: 'クロネコへは送信されていません。もう一度実行できます。',
  en: 'Nothing was sent to Kuroneko. It can be tried again.',
}

/** Why an operation's outcome is unknown, and whether it may have happened all the same. */
export function explainUnknown(
  { reason, notSent }: Pick<Extract<OperationOutcome, { kind: 'unknown' }>, 'reason' | 'notSent'>,
  language: Language,
): Explained {
  const words = reason === 'unfit_request' ? unfitRequest : (operationWords[reason] ?? unknownWords[reason])
  return { meaning: words[language], todo: (notSent ? nothingSent : refusalTodos.state)[language] }
}
