import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createI18n } from './i18n/instance'
import { isLanguage } from './i18n/languages'

/** The server chose the language; only its texts are loaded, before anything is hydrated. */
async function hydrate() {
  const { lang } = document.documentElement
  const language = isLanguage(lang) ? lang : 'ja'
  const texts = language === 'en' ? await import('./i18n/en') : await import('./i18n/ja')
  const i18n = createI18n(language, texts.default)
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
