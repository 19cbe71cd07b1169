import type { Language } from './languages'

type Area = { default: object }

/** One script for each area of each language. */
const files = import.meta.glob<Area>(['./ja/*.ts', './en/*.ts', '!./*/index.ts'])

/** For the browser: the texts of one area. Rejects where they cannot be loaded. */
export async function loadTexts(language: Language, area: string): Promise<object> {
  const file = files[`./${language}/${area}.ts`]
  if (!file) throw new Error(`there are no texts of ${area}`)
  return (await file()).default
}
