import { Form } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import { LinkButton, SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { VerdictBox } from '~/ui/verdict-box'
import type { ErasePageData } from './erase.server'
import { ErasableEvent } from './erase-choice'

/** What goes and what stays, once more before it is done. */
export function EraseConfirmation({
  page,
  chosen,
  reason,
}: {
  page: ErasePageData
  chosen: readonly string[]
  reason: string
}) {
  const { t } = useTranslation('erasure')
  const events = page.events.filter(({ id }) => chosen.includes(id))
  return (
    <Form method="post" className="grid gap-4">
      <VerdictBox tone="no" title={t('confirm.title', { count: events.length })}>
        {t('confirm.outside')}
      </VerdictBox>
      <Card title={t('choose')} flush>
        <ul className="divide-y divide-line">
          {events.map((event) => (
            <li key={event.id} className="px-4 py-3">
              <input type="hidden" name="event" value={event.id} />
              <ErasableEvent event={event} />
            </li>
          ))}
        </ul>
      </Card>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Card title={t('confirm.goes')}>
          <List
            items={[t('confirm.goesList.words'), t('confirm.goesList.copies'), t('confirm.goesList.same')]}
          />
        </Card>
        <Card title={t('confirm.stays')}>
          <List
            items={[t('confirm.staysList.event'), t('confirm.staysList.proof'), t('confirm.staysList.told')]}
          />
        </Card>
      </div>
      <Card title={t('confirm.reason')}>
        <input type="hidden" name="reason" value={reason} />
        <p className="break-words whitespace-pre-wrap">{reason}</p>
      </Card>
      <div className="flex flex-wrap justify-end gap-2.5">
        <LinkButton to={page.back}>{t('cancel')}</LinkButton>
        <SubmitButton intent="erase" tone="danger">
          {t('confirm.submit')}
        </SubmitButton>
      </div>
    </Form>
  )
}

function List({ items }: { items: string[] }) {
  return (
    <ul className="grid list-disc gap-1.5 pl-5 text-sm">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
