import type { FlatNamespace, i18n, TFunction } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'
import { arrivalOf } from './needed'
import { remembered } from './remembered'

/** What was made before, by the areas: effects and memos that depend on a function run anew for another one. */
const made = new WeakMap<i18n, Map<string, unknown>>()

/**
 * The texts of some areas in the page's language; keys of the first area go without its name: `t('title')`,
 * `t('common:close')`. In place of react-i18next's own hook, which is ready for texts that come later and for an
 * instance that changes its language: it copies the whole instance for every component that asks, which was a fifth of
 * a page's time. Here another language is another instance, and only texts that have not arrived are waited for: until
 * then React leaves the page as it was. The function is the same at each drawing.
 */
export function useTranslation<
  const Areas extends FlatNamespace | readonly [FlatNamespace, ...FlatNamespace[]] = 'common',
>(areas = 'common' as Areas): { t: TFunction<Areas>; i18n: i18n } {
  const { i18n } = useContext(I18nContext)
  const named = [areas].flat()
  for (const area of named) if (!i18n.hasResourceBundle(i18n.language, area)) throw arrivalOf(area)
  const ofInstance = made.get(i18n) ?? new Map<string, unknown>()
  made.set(i18n, ofInstance)
  const key = named.join()
  const known = ofInstance.get(key) as TFunction<Areas> | undefined
  const t =
    known ?? remembered<TFunction<Areas>>(i18n.getFixedT<Areas, undefined, Areas>(null, areas), i18n, named)
  ofInstance.set(key, t)
  return { t, i18n }
}

/**
 * The same where texts come no sooner than they are drawn: for what stands within a `Suspense` of its own and many who
 * open the page never see.
 */
export const useLateTranslation = useTranslation
