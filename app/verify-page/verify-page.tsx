import { Languages } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { checkProof } from '~/audit/proof/check'
import { type Language, languageNames, languages } from '~/i18n/languages'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Brand } from '~/ui/brand'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { readKeys } from './keys'
import { KeysCard } from './keys-card'
import { type Given, ProofInput } from './proof-input'
import { ProofResult } from './proof-result'

type Props = {
  /** The keys that came with the page. */
  served: string[]
  onLanguage: (language: Language) => void
}

/** Checks proofs in the browser alone. */
export function VerifyPage({ served, onLanguage }: Props) {
  const { t } = useTranslation('verify')
  const language = useLanguage()
  const title = t('title')
  // Newest last: the place in the list is what tells them apart.
  const [given, setGiven] = useState<Given[]>([])
  const [typed, setTyped] = useState(served.join('\n'))
  const { keys, wrong } = useMemo(() => readKeys(typed), [typed])
  const results = useMemo(
    () => given.map(({ name, content }, id) => ({ id, name, checked: checkProof(content, keys) })).reverse(),
    [given, keys],
  )
  useEffect(() => {
    document.documentElement.lang = language
    document.title = `${title} · Mitame`
  }, [language, title])
  return (
    <>
      <header className="mx-auto flex h-[52px] max-w-4xl items-center justify-between px-4">
        <Brand />
        <LanguageChoice onLanguage={onLanguage} />
      </header>
      <main className="mx-auto grid max-w-4xl grid-cols-1 gap-4 px-4 pb-16">
        <h1 className="text-xl font-bold">{title}</h1>
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

function LanguageChoice({ onLanguage }: Pick<Props, 'onLanguage'>) {
  const current = useLanguage()
  return languages
    .filter((language) => language !== current)
    .map((language) => (
      <Button
        key={language}
        size="sm"
        tone="quiet"
        icon={<Icon of={Languages} />}
        onClick={() => onLanguage(language)}
      >
        <span lang={language}>{languageNames[language]}</span>
      </Button>
    ))
}
