import type { FlatNamespace, i18n, TFunction } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'

/**
 * The texts of some areas in the page's language; keys of the first area go without its name: `t('title')`,
 * `t('common:close')`. In place of react-i18next's own hook, which is ready for texts that come later and for an
 * instance that changes its language: it copies the whole instance for every component that asks, which was a fifth of
 * a page's time. Here an instance has all its texts from the start, and another language is another instance.
 */
export function useTranslation<
  const Areas extends FlatNamespace | readonly [FlatNamespace, ...FlatNamespace[]] = 'common',
>(areas = 'common' as Areas): { t: TFunction<Areas>; i18n: i18n } {
  const { i18n } = useContext(I18nContext)
  return { t: i18n.getFixedT<Areas, undefined, Areas>(null, areas), i18n }
}
