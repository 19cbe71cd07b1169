import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { z } from 'zod'
import '~/ui/styles.css'
import { pageI18n } from './i18n'
import { servedKeys } from './keys'
import { VerifyPage } from './verify-page'

// Otherwise it tries whether it may compile code, which this page's policy refuses.
z.config({ jitless: true })

const place = document.getElementById('page')
if (!place) throw new Error('no place for the page')
createRoot(place).render(
  <I18nextProvider i18n={pageI18n(navigator.language)}>
    <VerifyPage served={servedKeys(document)} />
  </I18nextProvider>,
)
