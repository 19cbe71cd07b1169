import { Form, useNavigate } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookedUp } from '~/corrections/forms'
import { ErrorSummary } from '~/ui/error-summary'
import { Select } from '~/ui/select'
import { Tabs } from '~/ui/tabs'
import type { FormErrors } from './errors'
import { emptyRow, type FormValues, withAsked } from './fields'
import { Notices } from './notices'
import { Paste } from './paste'
import { withPasted } from './paste-rows'
import { Rows } from './rows'
import { standings } from './standing'
import { Summary } from './summary'
import { useDraft } from './use-draft'
import { useFilingForm } from './use-filing-form'
import { useOrders } from './use-orders'
import { useScripted } from './use-scripted'
import { useErrorText, useSummary } from './wording'

type Orders = Record<string, LookedUp | null>

export type Opened = {
  userId: string
  shops: { code: string; name: string }[]
  usual: number | null
  values: FormValues
  text: string
  orders: Orders
  /** The form comes back from a session that had lapsed. */
  lapsed: boolean
  /** The order that the address asks about. */
  asked: string | null
  tab: 'input' | 'paste'
}

export type Answered = { values: FormValues; errors: FormErrors; orders: Orders; text: string }

/** The form with its two tabs. Both fill the same rows; only the first files them. */
export function FilingPage({ opened, answered }: { opened: Opened; answered: Answered | undefined }) {
  const { t } = useTranslation('requests')
  const errorText = useErrorText()
  const scripted = useScripted()
  const navigate = useNavigate()
  const given = answered?.values ?? opened.values
  const { form, element, summary, put } = useFilingForm(given, answered?.errors)
  const [text, setText] = useState(answered?.text ?? opened.text)
  const rows = form.watch('requests')
  const errors = useSummary(summary, rows.length)
  const shop = form.watch('shop')
  const knownOf = useOrders(
    rows.map(({ orderNumber }) => orderNumber),
    shop,
    answered?.orders ?? opened.orders,
  )
  const judged = standings(rows, knownOf)

  const fromServer = answered !== undefined || opened.lapsed
  const draft = useDraft(
    opened.userId,
    { ...form.getValues(), text },
    fromServer
      ? null
      : (kept) => {
          put({ ...kept, requests: withAsked(kept.requests, opened.asked), shop: given.shop || kept.shop })
          setText(kept.text)
        },
  )

  function discard() {
    draft.discard()
    put({ ...opened.values, requests: [{ ...emptyRow, orderNumber: opened.asked ?? '' }] })
    setText('')
  }

  const tabs = (['input', 'paste'] as const).map((name) => ({
    to: name === 'input' ? '/requests/new' : '/requests/new?tab=paste',
    label: t(`new.tabs.${name}`),
    current: opened.tab === name,
  }))
  return (
    <>
      <Tabs label={t('new.tabs.label')} tabs={tabs} />
      <Notices lapsed={opened.lapsed && !answered} restored={draft.restored} onDiscard={discard} />
      <Form
        ref={element}
        method="post"
        action={opened.tab === 'paste' ? '/requests/new?tab=paste' : '/requests/new'}
        noValidate
        onSubmit={form.handleSubmit}
        className="grid gap-4"
      >
        <input type="hidden" name="idempotencyKey" value={form.watch('idempotencyKey')} />
        {(opened.shops.length === 0 || opened.tab === 'paste') && (
          <input type="hidden" name="shop" value={shop} />
        )}
        {opened.tab === 'paste' ? (
          <Paste
            text={text}
            rows={rows}
            scripted={scripted}
            onText={setText}
            onMove={(pasted) => {
              form.setValue('requests', withPasted(form.getValues('requests'), pasted))
              setText('')
              navigate('/requests/new')
            }}
          />
        ) : (
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
            <div className="grid min-w-0 gap-4">
              <ErrorSummary errors={errors} />
              {opened.shops.length > 0 && (
                <Select
                  {...form.register('shop')}
                  label={t('new.shop')}
                  hint={t('new.shopHint')}
                  error={errorText(form.formState.errors.shop)}
                  required
                  options={opened.shops.map(({ code, name }) => ({ value: code, label: name }))}
                  placeholder={t('new.choose')}
                />
              )}
              <Rows form={form} standings={judged} judgedAt={summary} />
            </div>
            <div className="lg:sticky lg:top-[calc(var(--shell-top)+16px)]">
              <Summary rows={rows} standings={judged} usual={opened.usual} scripted={scripted} />
            </div>
          </div>
        )}
      </Form>
    </>
  )
}
