import { createInstance, type i18n } from 'i18next'
import type ja from './ja'
import type { Language } from './languages'

export const areas = [
  'common',
  'home',
  'help',
  'requests',
  'desk',
  'orders',
  'operations',
  'bulk',
  'audit',
  'audit-search',
  'audit-export',
  'history',
  'account',
  'errors',
  'verdicts',
  'erasure',
  'log',
  'verify',
  'storefront',
  'help-cards',
] as const

/** The texts of one language, by area: all of them on the server, in the browser those that were loaded. */
export type Texts = { [Area in keyof typeof ja]?: object }

/**
 * One instance for one language, which it never changes. react-i18next gets it from its provider only: its plugin would
 * keep a global one.
 */
export function createI18n(language: Language, texts: Texts): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: areas,
    defaultNS: 'common',
    resources: { [language]: texts },
    initAsync: false,
    returnNull: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return instance
}
