import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { Pill } from '~/ui/pill'
import { Time } from '~/ui/time'
import { Words } from '~/ui/words'
import type { RequestView } from './view.server'

/** What desk and shop wrote to each other, and the place to answer. */
export function Conversation({ view: { messages }, children }: { view: RequestView; children: ReactNode }) {
  const { t } = useTranslation('requests')
  if (messages.length === 0 && !children) return null
  return (
    <Card title={t('detail.conversation')}>
      <div className="grid gap-4">
        <ol className="grid gap-3 empty:hidden">
          {messages.map(({ id, kind, author, at, body }) => (
            <li
              key={id}
              className={`grid gap-1 rounded-8 bg-ground px-3 py-2 ${kind === 'answer' ? 'sm:ml-8' : 'sm:mr-8'}`}
            >
              <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
                <Pill tone={kind === 'answer' ? 'green' : 'sky'}>{t(`detail.${kind}`)}</Pill>
                <b className="text-ink">{author}</b>
                <Time at={at} />
              </p>
              <p className="text-base break-words whitespace-pre-wrap">
                <Words words={body} />
              </p>
            </li>
          ))}
        </ol>
        {children}
      </div>
    </Card>
  )
}
