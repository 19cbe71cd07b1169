/** Kuroneko's card operations: function code → the name in the address (kuroneko.md §1). */
export const operationNames = {
  A01: 'credit',
  A02: 'credit3D',
  A03: 'creditInfoGet',
  A04: 'creditInfoUpdate',
  A05: 'creditInfoDelete',
  A06: 'creditCancel',
  A07: 'creditChangePrice',
  A08: 'creditToken',
  A09: 'creditToken3D',
  A11: 'reAuth',
  E01: 'shipmentEntry',
  E02: 'shipmentCancel',
  E03: 'changeDate',
  E04: 'tradeInfo',
} as const
export type FunctionCode = keyof typeof operationNames

/** Where that operation is called. `{name}` in the base is replaced; without one, `/NAME` is appended. */
export function operationUrl(base: string, code: FunctionCode): string {
  const name = operationNames[code]
  return base.includes('{name}') ? base.replaceAll('{name}', name) : `${base.replace(/\/+$/, '')}/${name}`
}
