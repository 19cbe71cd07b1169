import { FileCheck } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { proofExtension } from '~/audit/proof/proof-file'
import { useTranslation } from '~/i18n/use-translation'
import { Button, buttonStyle } from '~/ui/button'
import { Card } from '~/ui/card'
import { controlStyle } from '~/ui/field'
import { Icon } from '~/ui/icon'

/** Something that was handed in to be checked. */
export type Given = { name: string; content: string | Uint8Array }
type Props = { onGiven(files: Given[]): void }

/** Where proofs are chosen or pasted; they can be dropped anywhere on the page. */
export function ProofInput({ onGiven }: Props) {
  const { t } = useTranslation('verify')
  async function take(files: Iterable<File>) {
    onGiven(await Promise.all([...files].map(readGiven)))
  }
  const over = useDrop(take)
  return (
    <Card title={t('input.title')}>
      <div
        className={`grid justify-items-center gap-2 rounded-8 border border-dashed p-6 text-center ${over ? 'border-primary bg-primary-soft' : 'border-line-control'}`}
      >
        <Icon of={FileCheck} size="lg" className="text-faint" />
        <p>{t('input.drop')}</p>
        <label className={`${buttonStyle({ tone: 'primary' })} cursor-pointer has-focus-visible:outline-3`}>
          {t('input.choose')}
          <input
            type="file"
            multiple
            accept={`${proofExtension},text/plain`}
            className="sr-only"
            onChange={({ currentTarget }) => {
              void take(currentTarget.files ?? [])
              currentTarget.value = ''
            }}
          />
        </label>
        <p className="text-xs text-muted">{t('input.many')}</p>
      </div>
      <PasteForm onGiven={onGiven} />
    </Card>
  )
}

async function readGiven(file: File): Promise<Given> {
  return { name: file.name, content: new Uint8Array(await file.arrayBuffer()) }
}

/** Takes files that are dropped. @returns whether some are held over the page */
function useDrop(take: (files: Iterable<File>) => void): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    const on = <Kind extends 'dragover' | 'dragleave' | 'drop'>(
      kind: Kind,
      then: (event: DragEvent) => void,
    ) => window.addEventListener(kind, then, { signal: listening.signal })
    on('dragover', (event) => {
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false))
    on('drop', (event) => {
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer?.files ?? [])
    })
    return () => listening.abort()
  })
  return over
}

/** Line ends and what surrounds a pasted text are the clipboard's, not the proof's. */
function asWritten(pasted: string): string {
  return `${pasted.replace(/\r\n?/g, '\n').trim()}\n`
}

function PasteForm({ onGiven }: Props) {
  const { t } = useTranslation('verify')
  const [pasted, setPasted] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    if (pasted.trim() === '') return
    onGiven([{ name: t('input.pasted'), content: asWritten(pasted) }])
    setPasted('')
  }
  return (
    <details className="mt-4">
      <summary className="w-fit text-primary hover:underline">{t('input.paste')}</summary>
      <form onSubmit={submit} className="mt-2 grid justify-items-start gap-2">
        <textarea
          aria-label={t('input.pasted')}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
          rows={6}
          spellCheck={false}
          className={`${controlStyle} figures text-xs`}
        />
        <Button type="submit">{t('input.submit')}</Button>
      </form>
    </details>
  )
}
