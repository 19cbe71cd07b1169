import { Form, Link } from '@remix-run/react'
import { Bookmark, Pencil } from 'lucide-react'
import type { SavedRefusal, SavedSearch } from '~/audit/search/saved.server'
import { useTranslation } from '~/i18n/use-translation'
import { Button, SubmitButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { TextField } from '~/ui/text-field'
import type { SavedIntent } from './act.server'

/** What was not done, with the name that was typed for it. */
export type SavedAnswer = { refusal: SavedRefusal; intent: SavedIntent; name: string; id: string | null }

type Props = {
  saved: readonly SavedSearch[]
  /** The address's part of the search that is shown; empty where nothing is asked. */
  query: string
  answer: SavedAnswer | undefined
}

/** One's own searches to open, rename and delete, and the present one to save under a name. */
export function SavedList({ saved, query, answer }: Props) {
  const { t } = useTranslation('audit-search')
  return (
    <details open={answer !== undefined} className="rounded-8 border border-line bg-surface">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-4 py-1.5 font-semibold [&::-webkit-details-marker]:hidden">
        <Icon of={Bookmark} />
        {saved.length > 0 ? t('saved.titleWith', { number: saved.length }) : t('saved.title')}
      </summary>
      <div className="grid gap-3 border-t border-line p-4">
        {saved.length === 0 && <p className="text-sm text-muted">{t('saved.none')}</p>}
        <ul className="grid gap-1">
          {saved.map((search) => (
            <Saved key={search.id} search={search} query={query} answer={answer} />
          ))}
        </ul>
        {query !== '' && <Save key={query} query={query} answer={answer} />}
      </div>
    </details>
  )
}

function Save({ query, answer }: Omit<Props, 'saved'>) {
  const { t } = useTranslation('audit-search')
  const own = answer && answer.id === null ? answer : undefined
  return (
    <Form method="post" action={`/audit?${query}`} className="grid max-w-xl gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2.5">
        <TextField
          label={t('saved.save')}
          name="name"
          id="save-name"
          required
          maxLength={60}
          autoComplete="off"
          placeholder={t('saved.example')}
          defaultValue={own?.name ?? ''}
          error={own && t(`saved.refusals.${own.refusal}`)}
        />
        <div className="mt-[1.9rem]">
          <SubmitButton tone="default" intent="save">
            {t('saved.submit')}
          </SubmitButton>
        </div>
      </div>
      {own?.refusal === 'exists' && (
        <div>
          <Button type="submit" size="sm" name="intent" value="replace">
            {t('saved.replace')}
          </Button>
        </div>
      )}
    </Form>
  )
}

function Saved({
  search: { id, name, query: filter },
  query,
  answer,
}: { search: SavedSearch } & Omit<Props, 'saved'>) {
  const { t } = useTranslation('audit-search')
  const own = answer?.id === id ? answer : undefined
  return (
    <li className="flex flex-wrap items-start gap-x-3">
      <Link
        to={`/audit?${filter}`}
        className="inline-flex min-h-[30px] pointer-coarse:min-h-11 items-center text-primary hover:underline"
      >
        {name}
      </Link>
      <details open={own !== undefined} className="open:basis-full">
        <summary
          aria-label={t('saved.edit', { name })}
          className="inline-flex min-h-[30px] min-w-[30px] pointer-coarse:min-h-11 pointer-coarse:min-w-11 cursor-pointer list-none items-center justify-center rounded-6 text-muted hover:bg-ground [&::-webkit-details-marker]:hidden"
        >
          <Icon of={Pencil} />
        </summary>
        <Form
          method="post"
          action={query ? `/audit?${query}` : '/audit'}
          className="grid max-w-xl gap-2 rounded-6 bg-ground p-3"
        >
          <input type="hidden" name="id" value={id} />
          <TextField
            label={t('saved.name')}
            name="name"
            id={`name-${id}`}
            maxLength={60}
            autoComplete="off"
            defaultValue={own?.name ?? name}
            error={own && t(`saved.refusals.${own.refusal}`)}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton tone="default" size="sm" intent="rename">
              {t('saved.rename')}
            </SubmitButton>
            <SubmitButton tone="danger" size="sm" intent="delete">
              {t('saved.delete')}
            </SubmitButton>
          </div>
        </Form>
      </details>
    </li>
  )
}
