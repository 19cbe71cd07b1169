import { Form, useLocation } from '@remix-run/react'
import { Languages } from 'lucide-react'
import { languageNames, languages } from '~/i18n/languages'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from './icon'
import { VisuallyHidden } from './visually-hidden'

/** Changes to the other language and comes back to this page, which is loaded anew so that every word changes. */
export function LanguageSwitch() {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const current = useLanguage()
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="next" value={pathname + search} />
      {languages
        .filter((language) => language !== current)
        .map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            className="pointer-coarse:min-h-11 inline-flex h-8 items-center gap-1.5 rounded-6 px-2 text-sm whitespace-nowrap text-muted hover:bg-ground hover:text-ink"
          >
            <Icon of={Languages} />
            <VisuallyHidden>{t('language')}: </VisuallyHidden>
            <span lang={language} className="max-sm:sr-only">
              {languageNames[language]}
            </span>
          </button>
        ))}
    </Form>
  )
}
