import en from '~/i18n/en'
import { createI18n } from '~/i18n/instance'
import ja from '~/i18n/ja'
import type { Language } from '~/i18n/languages'

/** English where the browser asks for it first, else Japanese. */
export function preferredLanguage(): Language {
  return /^en\b/i.test(navigator.language) ? 'en' : 'ja'
}

/** All texts in each language: the page is one file, and nothing can be loaded that a record turns out to need. */
export const instances = { ja: createI18n('ja', ja), en: createI18n('en', en) }
