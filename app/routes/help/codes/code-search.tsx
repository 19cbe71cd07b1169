import { Form } from '@remix-run/react'
import { useId, useMemo, useState } from 'react'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { anatomyOf, explainErrorCode } from '~/kuroneko/error-code'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Table } from '~/ui/table'
import { TextField } from '~/ui/text-field'
import { type CodeEntry, codeEntries, matching } from './entries'

/** The codes, narrowed down while one types; without JavaScript by sending the form. */
export function CodeSearch({ asked }: { asked: string }) {
  const { t } = useTranslation('help')
  const language = useLanguage()
  const [typed, setTyped] = useState(asked)
  const entries = useMemo(() => codeEntries(language), [language])
  const found = matching(entries, typed)
  const title = t('codes.list')
  return (
    <Card title={title} end={<span role="status">{t('codes.found', { count: found.length })}</span>} flush>
      <Form className="flex flex-wrap items-end gap-2 border-b border-line p-4">
        <div className="min-w-0 flex-1">
          <TextField
            type="search"
            name="q"
            id={useId()}
            label={t('codes.search')}
            hint={t('codes.hint')}
            autoComplete="off"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </div>
        <noscript>
          <SubmitButton>{t('codes.submit')}</SubmitButton>
        </noscript>
      </Form>
      {found.length > 0 ? <Codes entries={found} caption={title} /> : <Unlisted typed={typed} />}
    </Card>
  )
}

function Codes({ entries, caption }: { entries: CodeEntry[]; caption: string }) {
  const { t } = useTranslation('help')
  return (
    <Table
      caption={caption}
      rows={entries}
      rowKey={({ codes, meaning }) => `${codes[0]} ${meaning}`}
      columns={[
        { key: 'code', header: t('codes.code'), cell: ({ codes }) => <CodeList codes={codes} /> },
        { key: 'meaning', header: t('codes.meaning'), cell: ({ meaning }) => <b>{meaning}</b> },
        { key: 'todo', header: t('codes.todo'), cell: ({ todo }) => todo },
      ]}
    />
  )
}

const mostShown = 8

function CodeList({ codes }: { codes: string[] }) {
  const { t } = useTranslation('help')
  const list = (
    <span className="figures flex flex-wrap gap-x-3 gap-y-0.5 md:max-w-[26ch]">
      {codes.map((code) => (
        <span key={code}>{code}</span>
      ))}
    </span>
  )
  if (codes.length <= mostShown) return list
  return (
    <details>
      <summary className="pointer-coarse:min-h-11 text-primary">
        {t('codes.many', { count: codes.length })}
      </summary>
      {list}
    </details>
  )
}

/** What can be said of a code that is in no list, or that there is nothing. */
function Unlisted({ typed }: { typed: string }) {
  const { t } = useTranslation('help')
  const language = useLanguage()
  const code = typed.normalize('NFKC').trim().toUpperCase()
  return (
    <div className="grid gap-2 p-4">
      <p>{t('codes.none')}</p>
      {anatomyOf(code) && (
        <>
          <h3 className="font-semibold">{t('codes.unlisted', { code })}</h3>
          <p>{explainErrorCode(code)[language]}</p>
          <p className="text-sm text-muted">{t('codes.anatomy')}</p>
        </>
      )}
    </div>
  )
}
