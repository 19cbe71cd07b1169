import { type DriftRow, openDrifts } from '~/corrections/drifts.server'
import { maxRows } from '~/corrections/limits'
import type { Language } from '~/i18n/languages'
import type { Translator } from '~/i18n/translator.server'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { paymentLabels } from '~/orders/statuses'
import { claims, paymentWishes, shippingWishes } from '~/orders/wishes'
import { tokyoDay } from '~/platform/tokyo'
import type { Desk } from '~/staff/desk.server'
import { emptyRow, type FormRow } from './fields'

type Reader = { t: Translator; language: Language }

/**
 * A row for each order that the address asks about: `order` names one, with `payment`, `shipping` and `claim` as what is
 * wished for and said of it; each `drift` one whose request is to be
 * ready-filled, because Kuroneko says something else. Where no ready request would be right, only its number.
 */
export async function askedRows(desk: Desk, address: URLSearchParams, reader: Reader): Promise<FormRow[]> {
  const order = address.get('order')
  const numbers = address.getAll('drift').slice(0, maxRows)
  const drifts = numbers.length > 0 && (await openDrifts(desk, { numbers, shop: address.get('shop') ?? '' }))
  const ready = new Map((drifts ? drifts.rows : []).map((row) => [row.order.number, row]))
  const named = order ? [{ ...emptyRow, orderNumber: order, ...askedFields(address) }] : []
  const drifted = numbers.map((orderNumber) => ({
    ...emptyRow,
    orderNumber,
    ...readyFields(ready.get(orderNumber), reader),
  }))
  return [...named, ...drifted]
}

function askedFields(address: URLSearchParams): Partial<FormRow> {
  const known = (codes: readonly string[], name: string) =>
    codes.find((code) => code === address.get(name)) ?? ''
  return {
    paymentStatus: known(paymentWishes, 'payment'),
    shippingStatus: known(shippingWishes, 'shipping'),
    kuronekoStatus: known(claims, 'claim'),
  }
}

function readyFields(drift: DriftRow | undefined, { t, language }: Reader): Partial<FormRow> {
  if (!drift?.wish) return {}
  const { order, evidence, wish } = drift
  const there = evidence.statusInfo === null ? '' : statusInfoLabel(evidence.statusInfo)[language]
  const here = paymentLabels[order.paymentStatus][language]
  return { ...wish, reason: t('orders:drift.reason', { there, here, day: tokyoDay(evidence.askedAt) }) }
}
