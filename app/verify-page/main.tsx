import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { z } from 'zod'
import '~/ui/styles.css'
import { instances, preferredLanguage } from './i18n'
import { servedKeys } from './keys'
import { VerifyPage } from './verify-page'

// Otherwise it tries whether it may compile code, which this page's policy refuses.
z.config({ jitless: true })

function Page({ served }: { served: string[] }) {
  const [language, setLanguage] = useState(preferredLanguage)
  return (
    <I18nextProvider i18n={instances[language]}>
      <VerifyPage served={served} onLanguage={setLanguage} />
    </I18nextProvider>
  )
}

const place = document.getElementById('page')
if (!place) throw new Error('no place for the page')
createRoot(place).render(<Page served={servedKeys(document)} />)
