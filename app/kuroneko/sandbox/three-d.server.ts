import { createHmac } from 'node:crypto'
import { threeDFields } from '../operation-requests.server'
import { writeWireTime } from '../wire-time'
import type { Fields } from './fields.server'
import type { PendingThreeD, SandboxTransaction } from './transaction'

/** What a buyer can do on the issuer's page, and the code that it comes to (`threeDCode`, kuroneko.md §3). */
export const verdicts = { passed: '0000', failed: '0002', given_up: '0002' } as const
export type Verdict = keyof typeof verdicts

/** The page that a shop shows to the buyer, which leads to the issuer's. */
export function authHtml(address: string): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>3-D Secure</title><meta http-equiv="refresh" content="0;url=${address}"></head><body><p><a href="${address}">カード会社の本人認証へ進む / Continue to the card issuer</a></p></body></html>`
}

/** What the browser brings back to the shop, in the names that come on that way. */
export function broughtBack(
  { traderCode, amount, orderDataSeq }: SandboxTransaction,
  pending: PendingThreeD,
  verdict: Verdict,
  now: Date,
): Fields {
  const passed = verdict === 'passed'
  const known: Fields = {
    comp_cd: '000',
    item_price: String(amount),
    cust_cd: orderDataSeq,
    shop_id: traderCode,
    term_cd: '0001',
    res_ve: 'Y',
    res_pa: passed ? 'Y' : 'N',
    res_code: verdicts[verdict],
    three_d_tran_id: pending.session,
    send_dt: writeWireTime(now),
  }
  const fields: Fields = Object.fromEntries(threeDFields.map((name) => [name, known[name] ?? '']))
  const sealed = { ...fields, hash_value: sealOf(fields, pending) }
  return Object.fromEntries(Object.entries(sealed).map(([name, value]) => [wayName(name), value]))
}

/** Whether this came from the issuer's page, unchanged. */
export function isSealed(fields: Fields, pending: PendingThreeD): boolean {
  return fields.three_d_token === pending.token && fields.hash_value === sealOf(fields, pending)
}

function sealOf(fields: Fields, { secret }: PendingThreeD): string {
  const values = threeDFields.filter((name) => name !== 'hash_value').map((name) => fields[name] ?? '')
  return createHmac('sha256', secret).update(values.join('\n')).digest('hex')
}

/** `three_d_inf` → `3D_INF` */
function wayName(name: string): string {
  return name.replace(/^three_d_/, '3d_').toUpperCase()
}
