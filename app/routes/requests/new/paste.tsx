import { ClipboardCopy } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { maxRows } from '~/corrections/limits'
import type { ParsedRequest } from '~/corrections/paste/parse'
import { printTemplate } from '~/corrections/paste/print'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { TextArea } from '~/ui/text-field'
import { type FormRow, isEmptyRow, rowFields } from './fields'
import { maxText, readPaste, rowsOfPaste, withPasted } from './paste-rows'
import { ProblemLine, Understood } from './understood'

/** The tab that reads a pasted post: text at the left, what was understood at the right. Files nothing. */
export function Paste({
  text,
  rows,
  scripted,
  onText,
  onMove,
}: {
  text: string
  /** What the form holds already; without JavaScript it travels along. */
  rows: readonly FormRow[]
  scripted: boolean
  onText: (text: string) => void
  /** With the rows that the form is to hold then. */
  onMove: (rows: FormRow[]) => void
}) {
  const { t } = useTranslation('requests')
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card>
        <div className="grid gap-3">
          <TextArea
            name="text"
            label={t('paste.label')}
            hint={t('paste.hint')}
            error={text.length > maxText ? t('error.text_too_long') : undefined}
            rows={16}
            defaultValue={text}
            onChange={(event) => onText(event.currentTarget.value)}
            spellCheck={false}
          />
          {!scripted && (
            <Button type="submit" name="intent" value="read">
              {t('paste.read')}
            </Button>
          )}
          <Template scripted={scripted} />
        </div>
        {!scripted && <Carried rows={rows} />}
      </Card>
      <Reading text={text} rows={rows} onMove={onMove} />
    </div>
  )
}

function Reading({
  text,
  rows,
  onMove,
}: {
  text: string
  rows: readonly FormRow[]
  onMove: (rows: FormRow[]) => void
}) {
  const { t } = useTranslation('requests')
  const language = useLanguage()
  const settled = useDeferredValue(text)
  const read = useMemo(() => readPaste(settled), [settled])
  if (!read) return <p className="px-1 py-4 text-muted">{t('paste.nothing')}</p>
  const { requests, problems } = read
  const taken = rows.filter((row) => !isEmptyRow(row)).length
  const over = Math.max(taken + requests.length - maxRows, 0)
  const moved = requests.length - over
  return (
    <div className="grid gap-4">
      <Card title={<span role="status">{t('paste.understood', { count: requests.length })}</span>}>
        <div className="grid gap-3">
          {problems.length > 0 && (
            <div className="grid gap-1.5">
              {requests.length > 0 && <h3 className="text-sm font-bold">{t('paste.rest')}</h3>}
              {problems.map((found) => (
                <ProblemLine key={`${found.line} ${found.code} ${found.text}`} problem={found} />
              ))}
            </div>
          )}
          {over > 0 && (
            <p className="text-sm font-semibold text-red">{t('paste.leftOut', { count: over })}</p>
          )}
          {moved > 0 && (
            <>
              <p className="text-sm text-muted">{t('paste.checkFirst')}</p>
              <Button
                type="submit"
                name="intent"
                value="move"
                formAction="/requests/new"
                tone="primary"
                onClick={(event) => {
                  event.preventDefault()
                  onMove(withPasted(rows, rowsOfPaste(read, language)))
                }}
              >
                {t('paste.move', { count: moved })}
              </Button>
            </>
          )}
        </div>
      </Card>
      {placed(requests).map(({ place, request }) => (
        <Understood key={place} request={request} place={place} />
      ))}
    </div>
  )
}

/** A request has no identity before it is filed; its place in the text is all there is. */
function placed(requests: readonly ParsedRequest[]) {
  return requests.map((request, place) => ({ request, place }))
}

function Template({ scripted }: { scripted: boolean }) {
  const { t } = useTranslation('requests')
  const [copied, setCopied] = useState(false)
  return (
    <div className="grid justify-items-start gap-2">
      {scripted && (
        <Button
          size="sm"
          icon={<Icon of={ClipboardCopy} />}
          onClick={() => navigator.clipboard.writeText(template).then(() => setCopied(true))}
        >
          <span aria-live="polite">{copied ? t('paste.copiedTemplate') : t('paste.copyTemplate')}</span>
        </Button>
      )}
      <details className="w-full">
        <summary className="touchable text-sm font-semibold text-primary">{t('paste.template')}</summary>
        <pre className="mt-2 rounded-6 bg-ground px-3 py-2 font-sans text-sm whitespace-pre-wrap">
          {template}
        </pre>
      </details>
    </div>
  )
}

const template = printTemplate({
  orderNumber: null,
  paymentStatus: null,
  shippingStatus: null,
  kuronekoStatus: null,
  kuronekoWords: null,
  reason: null,
})

/** The form's rows, unseen, so that a plain post does not lose them. */
function Carried({ rows }: { rows: readonly FormRow[] }) {
  const carried = rows.flatMap((row, place) =>
    [...rowFields, 'doubts' as const].map((field) => ({
      name: `requests.${place}.${field}`,
      value: row[field],
    })),
  )
  return carried.map(({ name, value }) => <input key={name} type="hidden" name={name} value={value} />)
}
