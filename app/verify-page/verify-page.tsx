import { Languages } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkProof } from '~/audit/proof/check'
import { languageNames, languages } from '~/i18n/languages'
import { useLanguage } from '~/i18n/use-format'
import { Brand } from '~/ui/brand'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { readKeys } from './keys'
import { KeysCard } from './keys-card'
import { type Given, ProofInput } from './proof-input'
import { ProofResult } from './proof-result'

/** Checks proofs in the browser alone. @param served the keys that came with the page */
export function VerifyPage({ served }: { served: string[] }) {
  const { t, i18n } = useTranslation('verify')
  // Newest last: the place in the list is what tells them apart.
  const [given, setGiven] = useState<Given[]>([])
  const [typed, setTyped] = useState(served.join('\n'))
  const { keys, wrong } = useMemo(() => readKeys(typed), [typed])
  const results = useMemo(
    () => given.map(({ name, content }, id) => ({ id, name, checked: checkProof(content, keys) })).reverse(),
    [given, keys],
  )
  useEffect(() => {
    document.documentElement.lang = i18n.language
    document.title = `${t('title')} · Mitame`
  }, [i18n.language, t])
  return (
    <>
      <header className="mx-auto flex h-[52px] max-w-4xl items-center justify-between px-4">
        <Brand />
        <LanguageChoice />
      </header>
      <main className="mx-auto grid max-w-4xl grid-cols-1 gap-4 px-4 pb-16">
        <h1 className="text-xl font-bold">{t('title')}</h1>
        <p>{t('lead')}</p>
        <ProofInput onGiven={(files) => setGiven((before) => [...before, ...files])} />
        <p role="status" className="sr-only">
          {results.map(({ name, checked }) => `${name}: ${t(checked.ok ? 'good' : 'bad')}`).join(' ')}
        </p>
        {results.length > 0 && (
          <section aria-labelledby="results" className="grid grid-cols-1 gap-4">
            <div className="flex items-center justify-between gap-2">
              <h2 id="results" className="text-lg font-bold">
                {t('results')}
              </h2>
              <Button size="sm" tone="quiet" onClick={() => setGiven([])}>
                {t('clear')}
              </Button>
            </div>
            {results.map(({ id, name, checked }) => (
              <ProofResult key={id} name={name} checked={checked} />
            ))}
          </section>
        )}
        <KeysCard served={served} typed={typed} wrong={wrong} onTyped={setTyped} />
      </main>
    </>
  )
}

function LanguageChoice() {
  const { i18n } = useTranslation()
  const current = useLanguage()
  return languages
    .filter((language) => language !== current)
    .map((language) => (
      <Button
        key={language}
        size="sm"
        tone="quiet"
        icon={<Icon of={Languages} />}
        onClick={() => void i18n.changeLanguage(language)}
      >
        <span lang={language}>{languageNames[language]}</span>
      </Button>
    ))
}
