import { addDays, tokyoFields } from '~/platform/tokyo'
import type { SandboxActor, SandboxTransaction } from './transaction'

/** Kuroneko's 取引状況 as the sandbox moves it (kuroneko.md §7). */
export const status = {
  authorised: 4,
  reserved: 5,
  buyerFailed: 11,
  refused: 13,
  reservationFailed: 15,
  amountFailed: 17,
  brokenOff: 20,
  underWay: 21,
  shipped: 30,
  settled: 31,
  cancelled: 40,
} as const

export const acts = [
  'cancel',
  'change_amount',
  're_authorise',
  'register_shipment',
  'cancel_shipment',
  'change_date',
  'settle',
  'authorise_reservation',
  'break_off',
] as const
export type Act = (typeof acts)[number]

/** From which states an act is possible, and where it leads; `same` stays where it was. */
export const life: Record<Act, { from: number[]; to: number | 'same' }> = {
  cancel: { from: [4, 5, 15, 17, 30, 31], to: status.cancelled },
  change_amount: { from: [4, 5, 30, 31], to: 'same' },
  re_authorise: { from: [4, 30, 40], to: status.authorised },
  register_shipment: { from: [4, 30], to: status.shipped },
  cancel_shipment: { from: [30], to: status.authorised },
  change_date: { from: [5], to: 'same' },
  settle: { from: [30], to: status.settled },
  authorise_reservation: { from: [5], to: status.authorised },
  break_off: { from: [21], to: status.brokenOff },
}

export function isPossible(act: Act, transaction: SandboxTransaction): boolean {
  if (!life[act].from.includes(transaction.statusInfo)) return false
  const yamatoOnly = transaction.slips.every(({ service }) => service === '00')
  return act !== 're_authorise' || transaction.statusInfo !== status.shipped || yamatoOnly
}

/** The transaction after an act that is possible. */
export function after(
  act: Act,
  transaction: SandboxTransaction,
  now: Date,
  by: SandboxActor,
  changed: Partial<SandboxTransaction> = {},
): SandboxTransaction {
  const { to } = life[act]
  const at = now.toISOString()
  const statusInfo = to === 'same' ? transaction.statusInfo : to
  const next = { ...transaction, statusInfo, renewedAt: at, ...consequences(act, at), ...changed }
  return {
    ...next,
    history: [...next.history, { at, by, act, statusInfo: next.statusInfo, amount: next.amount }],
  }
}

function consequences(act: Act, at: string): Partial<SandboxTransaction> {
  // A cancellation takes registered slips with it, and a new authorisation starts its period anew.
  if (act === 'cancel') return { cancelledAt: at, slips: [] }
  if (act === 're_authorise') return { cancelledAt: null, slips: [], authorisedAt: at, settledAt: at }
  if (act === 'authorise_reservation') return { authorisedAt: at, settledAt: at }
  if (act === 'break_off') return { threeD: undefined }
  return {}
}

/** How long Kuroneko waits for a buyer at 3-D Secure (unverified). */
const breakOffAfter = 30 * 60 * 1000
const settleAfter = 24 * 60 * 60 * 1000
/** Days before the planned shipping at which Kuroneko authorises a reservation. */
const authoriseBefore = 10

/** What Kuroneko does by itself with time; null while there is nothing to do. */
export function dueAct(transaction: SandboxTransaction, now: Date): Act | null {
  const { statusInfo, slips, scheduledShippingDate } = transaction
  if (statusInfo === status.shipped && slips.length > 0) {
    const left = slips.every(
      ({ service, registeredAt }) =>
        service === '00' && now.getTime() - Date.parse(registeredAt) >= settleAfter,
    )
    return left ? 'settle' : null
  }
  if (statusInfo === status.reserved && scheduledShippingDate) {
    const planned = scheduledShippingDate.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    return tokyoFields(now).day >= addDays(planned, -authoriseBefore) ? 'authorise_reservation' : null
  }
  if (statusInfo === status.underWay && transaction.threeD) {
    return now.getTime() - Date.parse(transaction.renewedAt) >= breakOffAfter ? 'break_off' : null
  }
  return null
}

/** 23:00 to 1:00 in Japan: amounts are not changed and nothing is authorised again. */
export function isNight(now: Date): boolean {
  return /^(23|00):/.test(tokyoFields(now).minute)
}
