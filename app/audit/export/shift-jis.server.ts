import iconv from 'iconv-lite'
import { reference, type Unfit, type UnfitCharacter } from './unfit'

/** As Windows and Excel have it. */
const encoding = 'cp932'
/** So many characters are named one by one; any others are only counted. */
const most = 100
const ascii = /^[\0-\x7f]*$/

/** Text as Shift_JIS, with an account of the characters that it lacks. */
export class ShiftJis {
  private readonly fits = new Map<string, boolean>()
  private readonly found = new Map<string, UnfitCharacter>()
  private count = 0

  /** The text with a visible reference in place of each character that would not come back as itself. */
  fitted(text: string, row: number, column: string): string {
    if (ascii.test(text)) return text
    let fitted = ''
    for (const character of text) {
      if (this.isFit(character)) fitted += character
      else {
        this.tell(character, row, column)
        fitted += reference(character)
      }
    }
    return fitted
  }

  encode(text: string): Uint8Array {
    return iconv.encode(text, encoding)
  }

  /** Null where everything fitted. */
  unfit(): Unfit | null {
    return this.count > 0 ? { count: this.count, characters: [...this.found.values()] } : null
  }

  private isFit(character: string): boolean {
    const known = this.fits.get(character)
    if (known !== undefined) return known
    // Some are written as one that resembles them: ¥ as the backslash.
    const fit = iconv.decode(iconv.encode(character, encoding), encoding) === character
    this.fits.set(character, fit)
    return fit
  }

  private tell(character: string, row: number, column: string): void {
    this.count += 1
    const known = this.found.get(character)
    if (known) known.count += 1
    else if (this.found.size < most) this.found.set(character, { character, count: 1, row, column })
  }
}
