import { anatomyOf } from './error-code'

/** What a refused operation says about what to do next. */
export const refusalKinds = [
  /** Nothing was tried; the same can be asked again later. */
  'later',
  /** Nothing was tried; the merchant or the buyer has to correct what was entered. */
  'input',
  /** Nothing was tried; the shop's contract or the desk's settings do not allow it. */
  'settings',
  /** The buyer has to try again or take another card. */
  'buyer',
  /** Says something about the state, or nothing certain at all: only an inquiry settles what happened. */
  'state',
] as const
export type RefusalKind = (typeof refusalKinds)[number]

/** kuroneko.md §6. A code with several causes, or of Kuroneko's own trouble, is `state`: decided by inquiry, not by code. */
const codesOfKind: Record<RefusalKind, string> = {
  later: 'Z010000000 Z012000006 A070000000 A110000000',
  input: 'E011010401 E011010402 E011010404 E011010451 E012000002 E012000003 E012000004 E012000006',
  settings: `
    Z012000001 Z012000002 Z012000003 Z012000007 Z012000008 Z012000009 Z012000010
    A012000001 A012000002 A012000003 A082000001 A082000002 A112000001
    A012020001 A032000001 A042000003 A052000001 A082000005
    A072000001 A074000002 E011010251 E021010251`,
  buyer: `
    A012050001 A012050002 A092000003 A092000004
    A022030001 A082000010 A092000005 A076000001 A112000004
    A082000004 A082000007 A082000008 A044000001`,
  state: `
    Z012000004 Z012000005 Z012000011 Z019999999
    A012010001 A022010001 A082000003 A092000001
    A012060001 A012070001 A082000011 A092000006
    A062010001 A062010002 A062010003 A062010004 A062010005 A062010007 A062030001
    A073000001 A073000002 A074000001 A075000001 A077000001
    A082000006 A082000012 A112000002 A112000003 A033000001
    A043000001 A043000002 A053000001 A054000001
    E011010351 E021010351 E031010351 E012000001 E012000005 E013000001 E023000001 E033000001
    E022000001 E022000002 E022000003`,
}

const listed = new Map(
  refusalKinds.flatMap((kind) =>
    codesOfKind[kind]
      .trim()
      .split(/\s+/)
      .map((code): [string, RefusalKind] => [code, kind]),
  ),
)

/** Fields that nobody types: trader code, order number, and who a saved card belongs to. */
const setByDesk = /^(?:[AE]\d\d10102|A0[18]10104|(?!A0[1-58])[AE]\d\d10103|A0[345]1010[345])(?!5)\d\d$/

/** The kind of a refusal by its error code. One that is not listed is told by its stage, and is `state` where that is not plain. */
export function refusalKindOf(errorCode: string): RefusalKind {
  const known = listed.get(errorCode)
  if (known) return known
  const anatomy = anatomyOf(errorCode)
  // A field's check comes before anything is tried; kinds 5x speak of the merchant's or the order's state.
  if (anatomy?.stage !== 'field' || anatomy.kind.startsWith('5')) return 'state'
  return setByDesk.test(errorCode) ? 'settings' : 'input'
}
