import { createInstance, type i18n } from 'i18next'
import enAudit from '~/i18n/en/audit'
import enCommon from '~/i18n/en/common'
import enHistory from '~/i18n/en/history'
import enVerify from '~/i18n/en/verify'
import jaAudit from '~/i18n/ja/audit'
import jaCommon from '~/i18n/ja/common'
import jaHistory from '~/i18n/ja/history'
import jaVerify from '~/i18n/ja/verify'
import type { Language } from '~/i18n/languages'

/** Both languages, of the areas that the page speaks in. */
const texts = {
  ja: { verify: jaVerify, audit: jaAudit, common: jaCommon, history: jaHistory },
  en: { verify: enVerify, audit: enAudit, common: enCommon, history: enHistory },
}

/** English where the browser asks for it first, else Japanese. */
export function preferredLanguage(): Language {
  return /^en\b/i.test(navigator.language) ? 'en' : 'ja'
}

/** The page's texts in each language. */
export const instances: Record<Language, i18n> = { ja: instanceOf('ja'), en: instanceOf('en') }

function instanceOf(language: Language): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(texts.ja),
    defaultNS: 'common',
    resources: { [language]: texts[language] },
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return instance
}
