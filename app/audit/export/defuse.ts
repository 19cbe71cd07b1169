/** A sign that spreadsheets take for the beginning of a formula, in full width and other dress as well. */
const formula = /^[=+\-@\t\r\n]/
const plainNumber = /^[+-]?\d+(\.\d+)?$/

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe stands before what would be one, except a number.
 * Source: OWASP, CSV Injection.
 */
export function defused(text: string): string {
  const [first = ''] = text
  // U+2212 has no other form, and Shift_JIS no place for it.
  const isFormula = first === '\u2212' || formula.test(first.normalize('NFKC'))
  return isFormula && !plainNumber.test(text) ? `'${text}` : text
}
