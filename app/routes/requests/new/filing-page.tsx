import { Form, useNavigate } from '@remix-run/react'
import { lazy, useState } from 'react'
import type { LookedUp } from '~/corrections/forms'
import type { Preview } from '~/corrections/preview'
import { useTranslation } from '~/i18n/use-translation'
import { ErrorSummary } from '~/ui/error-summary'
import { Select } from '~/ui/select'
import { Tabs } from '~/ui/tabs'
import type { Draft } from './check'
import type { FormErrors, ListedError } from './errors'
import { emptyRow, type FormRow, type FormValues, withAsked } from './fields'
import { Notices } from './notices'
import { Rows } from './rows'
import { standings } from './standing'
import { Summary } from './summary'
import type { Answers } from './use-answers'
import { useDraft } from './use-draft'
import { type FilingForm, useFilingForm } from './use-filing-form'
import { type Known, useOrders } from './use-orders'
import { usePreviews } from './use-previews'
import { useScripted } from './use-scripted'
import { useErrorText, useSummary } from './wording'

type Orders = Answers<LookedUp>

// The reader of pasted texts is as large as the rest of the page, and most who file type.
const Paste = lazy(async () => ({ default: (await import('./paste')).Paste }))

export type Opened = {
  userId: string
  shops: { code: string; name: string }[]
  usual: number | null
  values: FormValues
  text: string
  orders: Orders
  /** The form comes back from a session that had lapsed. */
  lapsed: boolean
  /** A row for each order that the address asks about. */
  asked: FormRow[]
  tab: 'input' | 'paste'
}

export type Answered = {
  values: FormValues
  errors: FormErrors
  orders: Orders
  previews: Answers<Preview>
  text: string
}

/** The form with its two tabs. Both fill the same rows; only the first files them. */
export function FilingPage({ opened, answered }: { opened: Opened; answered: Answered | undefined }) {
  const { t } = useTranslation('requests')
  const scripted = useScripted()
  const navigate = useNavigate()
  const { form, element, summary, put } = useFilingForm(answered?.values ?? opened.values, answered?.errors)
  const [text, setText] = useState(answered?.text ?? opened.text)
  const [moved, setMoved] = useState(false)
  const rows = form.watch('requests')
  const shop = form.watch('shop')

  function restore(kept: Draft) {
    put({
      ...kept,
      requests: withAsked(kept.requests, opened.asked),
      shop: opened.values.shop || kept.shop,
    })
    setText(kept.text)
  }
  // What the server sends back is newer than what this device has.
  const fromServer = answered !== undefined || opened.lapsed
  const draft = useDraft(opened.userId, { ...form.getValues(), text }, fromServer ? null : restore)

  function discard() {
    draft.discard()
    put({ ...opened.values, requests: withAsked([emptyRow], opened.asked) })
    setText('')
  }
  function move(all: FormRow[]) {
    form.setValue('requests', all)
    setText('')
    setMoved(true)
    navigate('/requests/new')
  }

  const tabs = (['input', 'paste'] as const).map((name) => ({
    to: addresses[name],
    label: t(`new.tabs.${name}`),
    current: opened.tab === name,
  }))
  const pasting = opened.tab === 'paste'
  return (
    <>
      <Tabs label={t('new.tabs.label')} tabs={tabs} />
      <Notices
        lapsed={opened.lapsed && !answered}
        moved={moved && !pasting}
        restored={draft.restored}
        onDiscard={discard}
      />
      <Form
        ref={element}
        method="post"
        action={addresses[opened.tab]}
        noValidate
        onSubmit={form.handleSubmit}
        className="grid gap-4"
      >
        <input type="hidden" name="idempotencyKey" value={form.watch('idempotencyKey')} />
        {(opened.shops.length === 0 || pasting) && <input type="hidden" name="shop" value={shop} />}
        {pasting ? (
          <Paste text={text} rows={rows} scripted={scripted} onText={setText} onMove={move} />
        ) : (
          <Input
            form={form}
            opened={opened}
            orders={answered?.orders ?? opened.orders}
            previews={answered?.previews ?? noPreviews}
            summary={summary}
            scripted={scripted}
          />
        )}
      </Form>
    </>
  )
}

/** Opening the page asks Kuroneko nothing; only the form does. */
const noPreviews: Answers<Preview> = {}

const addresses = { input: '/requests/new', paste: '/requests/new?tab=paste' } as const

/** The first tab: the rows at the left, what would come of them at the right. */
function Input({
  form,
  opened: { shops, usual },
  orders,
  previews: given,
  summary,
  scripted,
}: {
  form: FilingForm
  opened: Opened
  orders: Orders
  previews: Answers<Preview>
  summary: readonly ListedError[]
  scripted: boolean
}) {
  const rows = form.watch('requests')
  const numbers = rows.map(({ orderNumber }) => orderNumber)
  const shop = form.watch('shop')
  const knownOf = useOrders(numbers, shop, orders)
  const found = numbers.filter((number) => isFound(knownOf(number)))
  const previews = usePreviews(found, shop, given)
  const seen = {
    rows,
    standings: standings(rows, knownOf, previews.of),
    orderAddress: (number: string) => orderPath(number, shops.length > 0 ? shop : null),
    onAskAnew: scripted ? previews.askAnew : null,
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="grid min-w-0 gap-4">
        <ErrorSummary errors={useSummary(summary, rows.length)} />
        {shops.length > 0 && <ShopSelect form={form} shops={shops} />}
        <Rows form={form} judgedAt={summary} {...seen} />
      </div>
      <div className="lg:sticky lg:top-[calc(var(--shell-top)+16px)]">
        <Summary usual={usual} scripted={scripted} {...seen} />
      </div>
    </div>
  )
}

function isFound(known: Known): boolean {
  return typeof known === 'object' && known.order !== null
}

/** @param shop its code, where the reader sees several shops' orders */
function orderPath(number: string, shop: string | null): string {
  const path = `/orders/${encodeURIComponent(number)}`
  return shop ? `${path}?shop=${encodeURIComponent(shop)}` : path
}

/** For the desk's own people, who file on a shop's behalf. */
function ShopSelect({ form, shops }: { form: FilingForm; shops: Opened['shops'] }) {
  const { t } = useTranslation('requests')
  const errorText = useErrorText()
  return (
    <Select
      {...form.register('shop')}
      label={t('new.shop')}
      hint={t('new.shopHint')}
      error={errorText(form.formState.errors.shop)}
      required
      options={shops.map(({ code, name }) => ({ value: code, label: name }))}
      placeholder={t('new.choose')}
    />
  )
}
