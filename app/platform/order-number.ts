/**
 * An order number as the desk compares it: full-width letters, digits and signs become half-width, lower case becomes
 * upper case, white space and zero-width characters go. Dashes of every kind become `-`. Length is never checked:
 * order numbers are opaque (`domain.md`, "Order numbers").
 */
export function normaliseOrderNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/[‐‑‒–—―−ー－]/gu, '-')
    .toUpperCase()
}

/** The number without a repayment's suffix (`-1`, `-2` …), or undefined where there is none. */
export function withoutRepaymentSuffix(number: string): string | undefined {
  return /^(.+?)-\d{1,2}$/u.exec(number)?.[1]
}
