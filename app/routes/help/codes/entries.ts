import type { Language } from '~/i18n/languages'
import { listedCodes, listedMeaning } from '~/kuroneko/codes'
import { explainRefusal } from '~/kuroneko/explain'
import { operationNames } from '~/kuroneko/operations'

/** Codes that mean the same and call for the same. */
export type CodeEntry = { codes: string[]; meaning: string; todo: string }

/** Every code that has a meaning of its own, in one language; those of one meaning together. */
export function codeEntries(language: Language): CodeEntry[] {
  const entries = new Map<string, CodeEntry>()
  for (const errorCode of [...listedCodes, ...fieldCodes()]) {
    const explained = explainRefusal({ errorCode }, language)
    const key = `${explained.meaning}\n${explained.todo}`
    const entry = entries.get(key)
    if (entry) entry.codes.push(errorCode)
    else entries.set(key, { codes: [errorCode], ...explained })
  }
  return [...entries.values()]
}

const fieldPlaces = ['02', '03', '04', '05']
const faultKinds = ['01', '02', '03', '04', '05', '06']

/** The checks of a field that every function has, told by how the code ends. */
function fieldCodes(): string[] {
  const all = Object.keys(operationNames).flatMap((name) =>
    fieldPlaces.flatMap((place) => faultKinds.map((kind) => `${name}101${place}${kind}`)),
  )
  return all.filter((code) => !listedCodes.includes(code) && listedMeaning(code) !== null)
}

/** The entries that hold what was typed, as a code or in their words; of the codes only those, where they are what fits. */
export function matching(entries: readonly CodeEntry[], typed: string): CodeEntry[] {
  const wanted = folded(typed)
  if (wanted === '') return [...entries]
  return entries.flatMap((entry) => {
    if (folded(`${entry.meaning} ${entry.todo}`).includes(wanted)) return [entry]
    const codes = entry.codes.filter((code) => folded(code).includes(wanted))
    return codes.length > 0 ? [{ ...entry, codes }] : []
  })
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
