/** One line of what was pasted. `text` is `raw` without the marks of a quoted mail. */
export type Line = {
  number: number
  raw: string
  text: string
  /** Marked by the printer as the literal text of the field above it, never to be interpreted. */
  literal: boolean
}

/** Stands before each line that the printer wants taken literally. Nobody writes these two by hand. */
export const literalMark = '\u3000｜'

const mailQuote = /^(?:[ \t\u3000]*[>＞≫»])+ ?/u
const barQuote = /^[ \t\u3000]*[|｜│] ?/u
const control = /[\p{Cc}\ufffe\uffff]/gu

/** Lines by LF, CRLF or CR. Control characters and broken surrogates become U+FFFD, which is part of no word. */
export function splitLines(pasted: string): Line[] {
  return pasted
    .toWellFormed()
    .split(/\r\n|\n|\r/u)
    .map((raw, index) => readLine(raw.replace(control, visible), index + 1))
}

function readLine(raw: string, number: number): Line {
  const unquoted = raw.replace(mailQuote, '')
  if (unquoted.startsWith(literalMark)) {
    return { number, raw, text: unquoted.slice(literalMark.length), literal: true }
  }
  return { number, raw, text: unquoted.replace(barQuote, ''), literal: false }
}

function visible(character: string): string {
  return character === '\t' ? character : '\ufffd'
}
