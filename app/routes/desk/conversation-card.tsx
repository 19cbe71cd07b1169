import type { RequestDetail } from '~/corrections/detail.server'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Pill, type Tone } from '~/ui/pill'
import { Time } from '~/ui/time'
import { Words } from '~/ui/words'
import { useDeskAddress } from './queue-list'

type Said = RequestDetail['messages'][number]

const tones: Record<Said['kind'], Tone> = { question: 'sky', answer: 'green', note: 'grey' }

/** What desk and shop wrote to each other, and the desk's own notes between. */
export function ConversationCard({ detail: { request, messages } }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  const address = useDeskAddress()
  const end = (
    <LinkButton to={address(request.reference, { do: 'note' })} size="sm" hotkey="n" preventScrollReset>
      {t('conversation.addNote')}
    </LinkButton>
  )
  return (
    <Card title={t('conversation.title')} end={end}>
      {messages.length === 0 ? (
        <p className="text-sm text-muted">{t('conversation.empty')}</p>
      ) : (
        <ol className="grid gap-3">
          {messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
      )}
    </Card>
  )
}

function Message({ message }: { message: Said }) {
  const { t } = useTranslation('desk')
  return (
    <li
      className={`grid gap-1 rounded-8 px-3 py-2 ${message.kind === 'note' ? 'border border-dashed border-line-strong' : 'bg-ground'}`}
    >
      <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
        <Pill tone={tones[message.kind]} hollow={message.kind === 'note'}>
          {t(`conversation.${message.kind}`)}
        </Pill>
        <b className="text-ink">{message.author.name}</b>
        <Time at={message.at} />
        {message.kind === 'note' && <span>{t('conversation.noteHint')}</span>}
      </p>
      <p className="break-words whitespace-pre-wrap">
        <Words words={message.body} />
      </p>
    </li>
  )
}
