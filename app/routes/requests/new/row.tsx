import { Trash2 } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { Select } from '~/ui/select'
import { TextArea, TextField } from '~/ui/text-field'
import { DoubtsAt, SettleDoubts } from './doubts'
import type { Doubt, FormRow, RowField } from './fields'
import { Found } from './found'
import { useOptions } from './options'
import { OutlookCard } from './outlook'
import type { Outlook } from './standing'
import type { FilingForm } from './use-filing-form'
import type { Known } from './use-orders'

export type RowProps = {
  form: Pick<FilingForm, 'register'>
  place: number
  /** As it was rendered by the server or put in by a button. */
  row: FormRow
  known: Known
  outlook: Outlook | null
  /** The address of its order, where one was found. */
  order: string | null
  errors: Partial<Record<RowField, string>>
  doubts: readonly Doubt[]
  removable: boolean
  onRemove: () => void
  onSettle: (field?: RowField) => void
  /** Null without scripts. */
  onAskAnew: (() => void) | null
}

/** A form may hold a hundred rows; one is drawn anew only when what it shows has changed. */
export const Row = memo(RowCard, (a, b) => a.row === b.row && shownIn(a) === shownIn(b))

function shownIn({ place, known, outlook, order, errors, doubts, removable }: RowProps): string {
  return JSON.stringify([place, known, outlook, order, errors, doubts, removable])
}

/** One order of the form, with what is known about it beside what is typed. */
function RowCard({
  form,
  place,
  row,
  known,
  errors,
  doubts,
  removable,
  onRemove,
  onSettle,
  ...seen
}: RowProps) {
  const { t } = useTranslation('requests')
  const title = t('new.row', { count: place + 1 })
  const language = useLanguage()
  const options = useOptions()

  function control(field: RowField, below?: ReactNode) {
    const name = `requests.${place}.${field}` as const
    const doubted = doubts.filter((doubt) => doubt.field === field)
    return {
      ...form.register(name, { onChange: () => doubted.length > 0 && onSettle(field) }),
      defaultValue: row[field],
      error: errors[field],
      below: (
        <>
          {below}
          <DoubtsAt doubts={doubted} />
        </>
      ),
    }
  }

  return (
    <fieldset aria-label={title} className="group/row min-w-0">
      <Card title={title} end={removable && <RemoveButton place={place} onRemove={onRemove} />}>
        <div className="grid gap-4">
          <SettleDoubts place={place} doubts={doubts} onSettle={() => onSettle()} />
          <TextField
            {...control('orderNumber', <NumberSays known={known} {...seen} />)}
            label={t('labels.orderNumber')}
            required
            figures
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <div className={language === 'ja' ? 'grid gap-4 sm:grid-cols-2' : 'grid gap-4'}>
            <Select
              {...control('paymentStatus')}
              label={t('labels.paymentStatus')}
              required
              options={options.payment}
              placeholder={t('new.choose')}
            />
            <Select
              {...control('shippingStatus')}
              label={t('labels.shippingStatus')}
              required
              options={options.shipping}
              placeholder={t('new.choose')}
            />
          </div>
          <Select
            {...control('kuronekoStatus')}
            label={t('labels.kuronekoStatus')}
            hint={t('new.claimHint')}
            required
            options={options.claim}
            placeholder={t('new.choose')}
          />
          <div className="hidden group-has-[option[value=other]:checked]/row:block">
            <TextField {...control('kuronekoWords')} label={t('new.words')} hint={t('new.wordsHint')} />
          </div>
          <TextArea {...control('reason')} label={t('labels.reason')} hint={t('new.reasonHint')} required />
        </div>
      </Card>
    </fieldset>
  )
}

/** Below the number: its order, and beside a narrow page's fields what the summary says further down. */
function NumberSays({
  known,
  outlook,
  order,
  onAskAnew,
}: Pick<RowProps, 'known' | 'outlook' | 'order' | 'onAskAnew'>) {
  return (
    <>
      <Found known={known} />
      {outlook && (
        <div className="mt-2 lg:hidden">
          <OutlookCard outlook={outlook} order={order} most={1} onAskAnew={onAskAnew} />
        </div>
      )}
    </>
  )
}

function RemoveButton({ place, onRemove }: { place: number; onRemove: () => void }) {
  const { t } = useTranslation('requests')
  return (
    <Button
      type="submit"
      name="intent"
      value={`remove.${place}`}
      tone="quiet"
      size="sm"
      icon={<Icon of={Trash2} />}
      aria-label={t('new.removeNamed', { place: place + 1 })}
      onClick={(event) => {
        event.preventDefault()
        onRemove()
      }}
    >
      {t('new.remove')}
    </Button>
  )
}
