import { Copy, Plus } from 'lucide-react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useFieldArray } from 'react-hook-form'
import { maxRows } from '~/corrections/limits'
import { useTranslation } from '~/i18n/use-translation'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { numberOf, type RowsSeen } from './changes'
import type { FieldProblem } from './errors'
import { edits, emptyRow, type RowField, readDoubts, rowFields, writeDoubts } from './fields'
import { Row, type RowProps } from './row'
import type { FilingForm } from './use-filing-form'
import { useErrorText } from './wording'

/** The orders of one filing. Every button is a submit button too, for browsers in which no script runs. */
export function Rows({
  form,
  standings,
  orderAddress,
  onAskAnew,
  judgedAt,
}: Omit<RowsSeen, 'rows'> & {
  form: FilingForm
  /** Another one with each time that the form was judged as a whole. */
  judgedAt: unknown
}) {
  const { t } = useTranslation('requests')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'requests' })
  const errorText = useErrorText()
  const isFresh = useFresh(fields, judgedAt)
  const [copied, setCopied] = useState(false)

  function errorsOf(place: number, fresh: boolean): RowProps['errors'] {
    const found: Partial<Record<RowField, FieldProblem>> = {
      ...standings[place]?.problems,
      ...(!fresh && form.formState.errors.requests?.[place]),
    }
    return Object.fromEntries(rowFields.map((field) => [field, errorText(found[field])]))
  }
  function addressAt(place: number): string | null {
    const number = standings[place] && numberOf(standings[place])
    return number ? orderAddress(number) : null
  }
  function removeRow(place: number) {
    if (fields.length === 1) form.setValue('requests', [emptyRow])
    else remove(place)
    // The button that had the focus is gone with its row.
    requestAnimationFrame(() => form.setFocus(`requests.${Math.max(place - 1, 0)}.orderNumber`))
  }
  function settle(place: number, field?: RowField) {
    const left = readDoubts(form.getValues(`requests.${place}.doubts`)).filter(
      (doubt) => field && doubt.field !== field,
    )
    form.setValue(`requests.${place}.doubts`, writeDoubts(left))
  }
  function copyFirst(event: MouseEvent) {
    event.preventDefault()
    edits.copy(form.getValues('requests')).forEach((row, place) => {
      for (const field of rowFields) form.setValue(`requests.${place}.${field}`, row[field])
      form.setValue(`requests.${place}.doubts`, row.doubts)
    })
    setCopied(true)
  }
  function add(event: MouseEvent) {
    event.preventDefault()
    setCopied(false)
    append(emptyRow, { shouldFocus: true })
  }

  return (
    <>
      <LookUpByEnter />
      {fields.map((row, place) => (
        <Row
          key={row.id}
          form={form}
          place={place}
          row={row}
          known={standings[place]?.known}
          outlook={standings[place]?.outlook ?? null}
          order={addressAt(place)}
          onAskAnew={onAskAnew && (() => onAskAnew(form.getValues(`requests.${place}.orderNumber`)))}
          errors={errorsOf(place, isFresh(row.id))}
          doubts={readDoubts(form.watch(`requests.${place}.doubts`) ?? '')}
          removable={fields.length > 1}
          onRemove={() => removeRow(place)}
          onSettle={(field) => settle(place, field)}
        />
      ))}
      <div className="flex flex-wrap items-center gap-2.5">
        {fields.length < maxRows ? (
          <Button type="submit" name="intent" value="add" icon={<Icon of={Plus} />} onClick={add}>
            {t('new.add')}
          </Button>
        ) : (
          <p className="text-sm text-muted">{t('new.full', { most: maxRows })}</p>
        )}
        {fields.length > 1 && (
          <Button
            type="submit"
            name="intent"
            value="copy"
            tone="quiet"
            icon={<Icon of={Copy} />}
            onClick={copyFirst}
          >
            {t('new.copy')}
          </Button>
        )}
        <span role="status" className="text-sm text-muted">
          {copied && t('new.copied')}
        </span>
      </div>
    </>
  )
}

/** Whether a row was added after the form was last judged: it is not called wrong before anybody has filled it in. */
function useFresh(fields: readonly { id: string }[], judgedAt: unknown): (id: string) => boolean {
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set())
  const latest = useRef(fields)
  latest.current = fields
  useEffect(() => {
    if (judgedAt) setJudged(new Set(latest.current.map(({ id }) => id)))
  }, [judgedAt])
  return (id) => judged.size > 0 && !judged.has(id)
}

/**
 * Enter presses a form's first submit button. This one only looks the numbers up: a scanner's Enter after a number
 * neither files a half-filled form nor removes a row.
 */
function LookUpByEnter() {
  return (
    <button
      type="submit"
      name="intent"
      value="check"
      tabIndex={-1}
      aria-hidden
      className="sr-only"
      onClick={(event) => event.preventDefault()}
    />
  )
}
