import type { Words } from '../words'

/** What the sandbox can be told to do wrong. */
export const faultWords = {
  late: { ja: '遅れて応答する', en: 'answer late' },
  drip: { ja: '少しずつ応答する', en: 'answer a few bytes at a time' },
  error: { ja: 'エラーコードを返す', en: 'answer with an error code' },
  malformed: { ja: '壊れたXMLを返す', en: 'answer with broken XML' },
  truncated: { ja: '応答を途中で切る', en: 'cut the answer off' },
  other_order: { ja: '別の注文の内容を返す', en: 'answer about another order' },
  other_method: { ja: '別の決済方法として返す', en: 'answer about another payment method' },
  two_results: { ja: '同じ番号の取引を2件返す', en: 'answer with two results' },
  wrong_count: { ja: '件数を誤って返す', en: 'answer with a wrong count' },
  wrong_encoding: { ja: 'Shift_JISで返す', en: 'answer in Shift_JIS' },
  xml_bomb: { ja: 'XML爆弾を返す', en: 'answer with an XML bomb' },
  huge: { ja: '巨大な応答を返す', en: 'answer with a huge body' },
  empty: { ja: '空の応答を返す', en: 'answer with nothing' },
  http_500: { ja: 'HTTP 500を返す', en: 'answer HTTP 500' },
  redirect: { ja: '別のアドレスへ転送する', en: 'redirect elsewhere' },
  reset: { ja: '接続を切る', en: 'reset the connection' },
  silent: { ja: '何もせず応答しない', en: 'do nothing and never answer' },
  late_work: {
    ja: '遅れて処理し、それまでは処理中とする',
    en: 'do the work late, whether anybody still waits or not',
  },
  twice: { ja: '2回処理し、2回目の結果を返す', en: 'do the work twice and answer as to the second' },
  error_after: { ja: '処理してからエラーコードを返す', en: 'do the work and answer with an error code' },
  silent_after: { ja: '処理してから応答しない', en: 'do the work and never answer' },
} as const satisfies Record<string, Words>

export type FaultKind = keyof typeof faultWords

export type Fault = {
  kind: FaultKind
  /** `late`, `late_work`: milliseconds before the answer or the work; `drip`: between two bytes. */
  delayMs: number
  /** `error`, `error_after` */
  errorCode: string
}

export type FaultRule = Fault & {
  id: number
  /** Null for every trader. */
  traderCode: string | null
  /** Null for every order. */
  orderNo: string | null
  /** `A06` and the like; null for every function. */
  functionCode?: string | null
  /** Requests that are still to go wrong; null until switched off. */
  left: number | null
}

const defaultDelay: Partial<Record<FaultKind, number>> = {
  late: 10_000,
  late_work: 10_000,
  drip: 200,
}
const defaultError = 'Z019999999'

export function fault(kind: FaultKind, value = ''): Fault {
  const delay = /^\d{1,6}$/.test(value) ? Number(value) : defaultDelay[kind]
  const errorCode = /^[A-Z0-9]{10}$/.test(value) ? value : defaultError
  return { kind, delayMs: delay ?? 0, errorCode }
}

export function isFaultKind(kind: string | undefined): kind is FaultKind {
  return kind !== undefined && Object.hasOwn(faultWords, kind)
}

/** The header `X-Sandbox-Fault: KIND[=VALUE]`, with milliseconds or an error code as the value. */
export function faultOfHeader(header: string | undefined): Fault | null {
  const [kind, value] = (header ?? '').split('=')
  return isFaultKind(kind) ? fault(kind, value) : null
}

export type Faults = {
  list(): FaultRule[]
  add(rule: Omit<FaultRule, 'id'>): FaultRule
  remove(id: number): void
  clear(): void
  /** What goes wrong with this request, the latest rule first; counts it. */
  next(traderCode: string, orderNo: string, functionCode: string): Fault | null
}

/** The faults that are switched on. They end with the process, so that no restart surprises anybody. */
export function createFaults(): Faults {
  let rules: FaultRule[] = []
  let lastId = 0
  return {
    list: () => rules,
    add(rule) {
      lastId += 1
      const added = { ...rule, id: lastId }
      rules = [added, ...rules]
      return added
    },
    remove(id) {
      rules = rules.filter((rule) => rule.id !== id)
    },
    clear() {
      rules = []
    },
    next(traderCode, orderNo, functionCode) {
      const found = rules.find(
        (rule) =>
          (rule.traderCode === null || rule.traderCode === traderCode) &&
          (rule.orderNo === null || rule.orderNo === orderNo) &&
          (rule.functionCode == null || rule.functionCode === functionCode),
      )
      if (found?.left != null) {
        found.left -= 1
        if (found.left <= 0) rules = rules.filter((rule) => rule !== found)
      }
      return found ?? null
    },
  }
}
