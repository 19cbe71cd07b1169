/** The languages Mitame speaks, the first by default. */
export const languages = ['ja', 'en'] as const
export type Language = (typeof languages)[number]

export const languageNames: Record<Language, string> = { ja: '日本語', en: 'English' }

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
