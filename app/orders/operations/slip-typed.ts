/** A slip number as somebody typed it, and what is stored. */
export type TypedSlip = { slipNumber: string; changed: boolean }

/**
 * Makes half-width digits of what people write for a slip number: full-width ones, hyphens, spaces and zero-width
 * characters. Anything else stays as it is and is refused as such. The form shows what was changed.
 */
export function normaliseSlip(typed: string): TypedSlip {
  const slipNumber = typed
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200d\ufeff]/g, '')
    .replaceAll(/[-‐‑‒–—―−ー]/g, '')
  return { slipNumber, changed: slipNumber !== typed }
}
