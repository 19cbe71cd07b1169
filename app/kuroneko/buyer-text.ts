/** Refused in names although Unicode has them; other clients send a space for each (kuroneko.md §8, "Characters"). */
const refusedSigns = /[―～∥－￠￡￢]/g
const halfWidthKana = /[｡-ﾟ]+/g

/** A name as Kuroneko takes it: kana in full width, a space for signs that it refuses. */
export function kuronekoText(text: string): string {
  return text
    .replace(halfWidthKana, (kana) => kana.normalize('NFKC'))
    .replace(refusedSigns, '\u3000')
    .trim()
}
