import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createI18n } from './i18n/instance'
import { isLanguage } from './i18n/languages'
import { loadTexts } from './i18n/load'
import { loadNeeded } from './i18n/needed'

/** The server chose the language; the texts of this page are loaded before it is hydrated, those of another with it. */
async function hydrate() {
  const { lang } = document.documentElement
  const language = isLanguage(lang) ? lang : 'ja'
  const i18n = createI18n(language, {})
  await loadNeeded(language, async (language, area) => {
    i18n.addResourceBundle(language, area, await loadTexts(language, area))
  })
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    )
  })
}

void hydrate()
