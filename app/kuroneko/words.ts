/** The same in both languages. */
export type Words = { ja: string; en: string }
