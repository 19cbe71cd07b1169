import { tokyoDay } from '~/platform/tokyo'
import type { NewOrder } from '../receive.server'
import type { OrderWithDeliveries } from '../record.server'
import type { Restated } from '../record-many.server'
import type { ImportedOrder } from './group'
import { type ChangedFact, changedFacts } from './report'
import { momentOf } from './values'

export type Facts = Restated['to']

/** How the order stands once the file is believed; what the file does not say stays. */
export function factsAfter(file: ImportedOrder, known: OrderWithDeliveries | undefined): Facts {
  const deliveries = file.deliveries.map(({ shippingStatus, slipNumber, carrier }, index) => ({
    status: shippingStatus,
    slipNumber: slipNumber === undefined ? (known?.deliveries[index]?.slipNumber ?? null) : slipNumber,
    carrier: carrier === undefined ? (known?.deliveries[index]?.carrier ?? null) : carrier,
  }))
  return {
    orderedAt: orderedAt(file, known),
    paymentMethod: file.paymentMethod ?? known?.paymentMethod ?? 'kuroneko_card',
    paymentStatus: file.paymentStatus,
    amount: file.amount,
    fee: file.fee ?? known?.fee ?? 0,
    kuronekoOrderNumber: file.kuronekoNumber ?? (known ? known.kuronekoOrderNumber : null),
    deliveries,
  }
}

/** A file that has days only does not move an order that is known by the minute, nor minutes one known by the second. */
function orderedAt(file: ImportedOrder, known: OrderWithDeliveries | undefined): Date {
  const told = momentOf(file.day, file.seconds ?? 0)
  if (!known || tokyoDay(known.orderedAt) !== file.day) return told
  if (file.seconds === undefined) return known.orderedAt
  const precision = file.seconds % 60 === 0 ? 60_000 : 1000
  const same = Math.floor(known.orderedAt.getTime() / precision) === Math.floor(told.getTime() / precision)
  return same ? known.orderedAt : told
}

/** What an import can change, each as one comparable value. */
const told: Record<ChangedFact, (facts: Facts) => string | number | null> = {
  orderedAt: ({ orderedAt }) => orderedAt.toISOString(),
  paymentMethod: ({ paymentMethod }) => paymentMethod,
  paymentStatus: ({ paymentStatus }) => paymentStatus,
  amount: ({ amount }) => amount,
  fee: ({ fee }) => fee,
  kuronekoNumber: ({ kuronekoOrderNumber }) => kuronekoOrderNumber,
  shippingStatus: ({ deliveries }) => deliveries.map(({ status }) => status).join(' '),
  slipNumber: ({ deliveries }) => deliveries.map(({ slipNumber }) => slipNumber ?? '-').join(' '),
  carrier: ({ deliveries }) => deliveries.map(({ carrier }) => carrier ?? '-').join(' '),
}

/** The facts in which the two differ. */
export function differences(before: Facts, after: Facts): ChangedFact[] {
  return changedFacts.filter((fact) => told[fact](before) !== told[fact](after))
}

/** Before and after of what the statuses do not say already, for the event's details. */
export function detailsOf(
  before: Facts,
  after: Facts,
  changed: ChangedFact[],
): Record<string, string | number | null> {
  const beside = changed.filter((fact) => fact !== 'paymentStatus' && fact !== 'shippingStatus')
  return Object.fromEntries(
    beside.flatMap((fact) => [
      [`${fact}Before`, told[fact](before)],
      [`${fact}After`, told[fact](after)],
    ]),
  )
}

/** An order that the desk did not know yet; its events are for the caller to add. */
export function asNewOrder(shopId: string, file: ImportedOrder): Omit<NewOrder, 'events'> {
  return {
    ...factsAfter(file, undefined),
    shopId,
    number: file.number,
    numberAsReceived: file.numberAsReceived,
    origin: file.origin ?? 'platform',
    version: 1,
  }
}
