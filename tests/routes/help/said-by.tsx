import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Language } from '~/i18n/languages'
import { i18nFor } from '~/i18n/translator.server'

/** What a part of a page says, without its tags. */
export function saidBy(part: ReactNode, language: Language = 'ja'): string {
  const html = renderToStaticMarkup(<I18nextProvider i18n={i18nFor(language)}>{part}</I18nextProvider>)
  return html
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
}
