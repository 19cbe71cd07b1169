import type { i18n, TFunction } from 'i18next'
import en from './en'
import { type areas, createI18n } from './instance'
import ja from './ja'
import { isLanguage, type Language } from './languages'

const aYear = 365 * 24 * 60 * 60

/** The language to answer in: the chosen one, else English for browsers that ask for it first, else Japanese. */
export function languageOf(request: Request): Language {
  const chosen = request.headers.get('Cookie')?.match(/(?:^|;\s*)lang=([a-z]+)/)?.[1]
  if (isLanguage(chosen)) return chosen
  return /^\s*en\b/i.test(request.headers.get('Accept-Language') ?? '') ? 'en' : 'ja'
}

/** The `Set-Cookie` header that remembers the language somebody chose. */
export function rememberLanguage(language: Language): string {
  return `lang=${language}; Path=/; Max-Age=${aYear}; HttpOnly; SameSite=Lax`
}

const instances: Record<Language, i18n> = { ja: createI18n('ja', ja), en: createI18n('en', en) }

/** The one instance that speaks this language, for every request: nothing of a person is in it, and it stays as it is. */
export function i18nFor(language: Language): i18n {
  return instances[language]
}

export type Translator = TFunction<typeof areas>

/** For loaders and actions: `const t = translator(request); t('desk:title')`. */
export function translator(request: Request): Translator {
  return i18nFor(languageOf(request)).getFixedT(null, null)
}
