import type { Erasable } from '~/audit/erase/erasable.server'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { Time } from '~/ui/time'
import { Sentence } from './sentence'

const box = 'mt-1 size-4 flex-none accent-primary pointer-coarse:size-6'

/** Every event that holds words, by request, each with a box to tick; one box takes all of a request. */
export function EraseChoice({ events, chosen }: { events: readonly Erasable[]; chosen: readonly string[] }) {
  const { t } = useTranslation('erasure')
  const references = [...new Set(events.map(({ told }) => told?.reference ?? null))]
  return (
    <fieldset id="events" tabIndex={-1} className="grid min-w-0 gap-4">
      <legend className="mb-1.5 text-md font-semibold">{t('choose')}</legend>
      {references.map((reference) => (
        <Card key={reference ?? ''} title={<GroupTitle reference={reference} />} flush>
          <ul className="divide-y divide-line">
            {events
              .filter(({ told }) => (told?.reference ?? null) === reference)
              .map((event) => (
                <li key={event.id}>
                  <label className="flex gap-3 px-4 py-3 hover:bg-ground">
                    <input
                      type="checkbox"
                      name="event"
                      value={event.id}
                      defaultChecked={chosen.includes(event.id)}
                      className={box}
                    />
                    <ErasableEvent event={event} />
                  </label>
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </fieldset>
  )
}

function GroupTitle({ reference }: { reference: string | null }) {
  const { t } = useTranslation('erasure')
  if (reference === null) return t('noRequest')
  return (
    <label className="flex gap-3">
      <input type="checkbox" name="request" value={reference} className={box} />
      <span>{t('request', { reference })}</span>
    </label>
  )
}

/** What was written, by whom and when. */
export function ErasableEvent({ event: { seq, at, words, told } }: { event: Erasable }) {
  const { t } = useTranslation('erasure')
  return (
    <span className="grid min-w-0 gap-1">
      <span className="flex flex-wrap items-baseline gap-x-2.5 text-xs text-muted">
        <span className="figures">#{seq}</span>
        <Time at={at} />
        <span>{told ? <Sentence told={told} /> : t('archived')}</span>
      </span>
      <span className="break-words whitespace-pre-wrap">{words}</span>
    </span>
  )
}
