import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/text-field'
import { useErrorText } from '../new/wording'
import type { ShopActRefused } from './act.server'
import type { RequestView } from './view.server'

/** The answer to the desk's question; what is written stays on this device until it is sent. */
export function Answer({ view, refused }: { view: RequestView; refused: ShopActRefused | undefined }) {
  const { t } = useTranslation('requests')
  const area = useKeptWords(`mitame.answer.${view.userId}.${view.reference}`)
  const errorText = useErrorText()
  const error = errorText(
    refused?.refusal === 'invalid' ? { type: 'invalid', message: refused.message } : undefined,
  )
  return (
    <Form method="post" className="grid gap-3" noValidate>
      <ErrorSummary errors={error ? [{ field: 'body', message: error }] : []} />
      <TextArea
        ref={area}
        name="body"
        label={t('answer.label')}
        hint={view.canAnswer ? t('answer.hint') : undefined}
        error={error}
        required
        readOnly={!view.canAnswer}
        defaultValue={refused?.body}
      />
      {view.canAnswer && (
        <div>
          <SubmitButton intent="answer">{t('answer.submit')}</SubmitButton>
        </div>
      )}
    </Form>
  )
}

/** Keeps a text area's words on this device, and forgets them once their form was accepted. */
function useKeptWords(key: string) {
  const area = useRef<HTMLTextAreaElement>(null)
  const { state, formData, location } = useNavigation()
  const sent = state === 'loading' && formData?.get('intent') === 'answer' && location.pathname !== '/sign-in'
  useEffect(() => {
    const { current } = area
    if (!current) return
    const kept = readKept(key)
    if (kept && current.value === '') current.value = kept
    const keep = () => writeKept(key, current.value)
    current.addEventListener('input', keep)
    return () => current.removeEventListener('input', keep)
  }, [key])
  useEffect(() => {
    if (sent) writeKept(key, '')
  }, [sent, key])
  return area
}

function readKept(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function writeKept(key: string, words: string): void {
  try {
    if (words === '') localStorage.removeItem(key)
    else localStorage.setItem(key, words)
  } catch {
    // Full or forbidden storage: the form works without.
  }
}
