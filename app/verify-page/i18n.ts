import { createInstance, type i18n } from 'i18next'
import enAudit from '~/i18n/en/audit'
import enCommon from '~/i18n/en/common'
import enHistory from '~/i18n/en/history'
import enVerify from '~/i18n/en/verify'
import jaAudit from '~/i18n/ja/audit'
import jaCommon from '~/i18n/ja/common'
import jaHistory from '~/i18n/ja/history'
import jaVerify from '~/i18n/ja/verify'

/** Both languages, of the areas that the page speaks in. */
const resources = {
  ja: { verify: jaVerify, audit: jaAudit, common: jaCommon, history: jaHistory },
  en: { verify: enVerify, audit: enAudit, common: enCommon, history: enHistory },
}

/** @param preferred the browser's first language: English where it asks for it, else Japanese */
export function pageI18n(preferred: string): i18n {
  const instance = createInstance()
  void instance.init({
    lng: /^en\b/i.test(preferred) ? 'en' : 'ja',
    fallbackLng: false,
    ns: Object.keys(resources.ja),
    defaultNS: 'common',
    resources,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return instance
}
