/** What is wrong with a slip number (伝票番号), in the order in which a person would put it right. */
export type SlipFault = 'missing' | 'not_digits' | 'length' | 'check_digit'

/**
 * Why Kuroneko would not take a slip number of Yamato's: exactly 12 half-width digits, the last of which is the
 * remainder of the first eleven divided by 7 (`kuroneko.md` §4). Null where it would.
 */
export function slipFault(slipNumber: string | null | undefined): SlipFault | null {
  if (!slipNumber) return 'missing'
  if (!/^[0-9]+$/.test(slipNumber)) return 'not_digits'
  if (slipNumber.length !== 12) return 'length'
  return Number(slipNumber.slice(0, 11)) % 7 === Number(slipNumber[11]) ? null : 'check_digit'
}
