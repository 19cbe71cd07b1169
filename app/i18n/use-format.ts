import { useContext } from 'react'
import { I18nContext } from 'react-i18next'
import { formatDuration, formatMoney, formatNumber } from './format'
import { isLanguage, type Language } from './languages'

/** The page's language. */
export function useLanguage(): Language {
  const { i18n } = useContext(I18nContext)
  return isLanguage(i18n.language) ? i18n.language : 'ja'
}

/** Amounts and durations in the page's language. Times have their own component, `~/ui/time`. */
export function useFormat() {
  const language = useLanguage()
  return {
    language,
    money: (yen: number) => formatMoney(language, yen),
    number: (value: number) => formatNumber(language, value),
    duration: (milliseconds: number) => formatDuration(language, milliseconds),
  }
}
