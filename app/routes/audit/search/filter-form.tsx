import { Form, Link, useNavigation } from '@remix-run/react'
import { Search as SearchIcon, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FilterField } from '~/audit/search/filter'
import { periods } from '~/audit/search/period'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { paymentLabels, paymentStatuses, shippingLabels, shippingStatuses } from '~/orders/statuses'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { type Option, Select } from '~/ui/select'
import { TextField, type TextFieldProps } from '~/ui/text-field'
import { ActionChoice } from './action-choice'
import type { Choices, Search } from './load.server'

type Shown = Pick<Search, 'typed' | 'problems'>
type OneField = Exclude<FilterField, 'action'>

/**
 * What the log is narrowed by: a GET form, so that each search has its address; `key` fills it anew on Back. On a phone
 * it opens and closes, by a box that is ticked, so that it does without JavaScript.
 */
export function FilterForm({ typed, problems, shops, people }: Shown & Choices) {
  const { t } = useTranslation('audit-search')
  const shown = { typed, problems }
  // Of this form and no other of the page: it alone has words.
  const pending = useNavigation().formData?.has('words') ?? false
  return (
    <Form key={JSON.stringify(typed)} action="/audit" aria-label={t('filters')} className="grid gap-3">
      <Fold open={Object.keys(problems).length > 0}>
        <div className={fieldsStyle}>
          <div className="col-span-2 max-md:col-span-full">
            <Text {...shown} name="words" placeholder={t('wordsHint')} maxLength={200} />
          </div>
          <Text {...shown} name="from" type="date" />
          <Text {...shown} name="to" type="date" />
          <div className="lg:col-span-2 max-lg:col-span-full">
            <ActionChoice chosen={typed.action ?? []} error={useProblem(problems, 'action')} />
          </div>
          <Statuses {...shown} />
          <Text {...shown} name="amountFrom" inputMode="numeric" figures />
          <Text {...shown} name="amountTo" inputMode="numeric" figures />
          <Text {...shown} name="number" figures maxLength={64} />
          <Text {...shown} name="reference" figures maxLength={64} />
          {shops.length > 0 && (
            <Choice
              {...shown}
              name="shop"
              options={shops.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
          <Actor {...shown} people={people} />
          <Choice {...shown} name="evidence" options={useNamed('evidence')} />
          <Choice {...shown} name="outcome" options={useNamed('outcomes')} />
        </div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
          <Button type="submit" tone="primary" pending={pending} icon={<Icon of={SearchIcon} />}>
            {t('submit')}
          </Button>
          <span className="ml-2 text-xs text-muted max-md:basis-full">{t('periods.label')}</span>
          {periods.map((period) => (
            <Button key={period} type="submit" size="sm" name="period" value={period}>
              {t(`periods.${period}`)}
            </Button>
          ))}
          <Link to="/audit" className="ml-auto text-sm text-primary hover:underline">
            {t('clear')}
          </Link>
        </div>
      </Fold>
    </Form>
  )
}

/** Smaller than in forms that are filled in once: this one is looked at all day. */
const fieldsStyle =
  'grid grid-cols-2 gap-x-3 gap-y-2.5 md:grid-cols-4 lg:grid-cols-6 [&>*]:min-w-0 [&_input]:min-w-0 [&_label]:text-xs [&_.label]:text-xs pointer-fine:md:[&_:is(input:not([type=checkbox]),select,.control)]:min-h-[34px] pointer-fine:md:[&_:is(input,select,.control)]:py-1'

function Fold({ open, children }: { open: boolean; children: ReactNode }) {
  const { t } = useTranslation('audit-search')
  return (
    <>
      <input
        type="checkbox"
        id="filter-open"
        aria-label={t('open')}
        defaultChecked={open}
        className="peer absolute opacity-0 md:hidden"
      />
      <label
        htmlFor="filter-open"
        className="flex min-h-11 items-center gap-2 rounded-6 border border-line-strong px-3 font-semibold peer-focus-visible:outline-4 md:hidden"
      >
        <Icon of={SlidersHorizontal} />
        {t('filters')}
      </label>
      <div className="hidden gap-3 peer-checked:grid md:grid">{children}</div>
    </>
  )
}

function Text({
  typed,
  problems,
  name,
  ...rest
}: Shown & { name: OneField } & Omit<TextFieldProps, 'label' | 'name'>) {
  const { t } = useTranslation('audit-search')
  return (
    <TextField
      {...rest}
      label={t(`fields.${name}`)}
      name={name}
      id={`filter-${name}`}
      autoComplete="off"
      defaultValue={typed[name] ?? ''}
      error={useProblem(problems, name)}
    />
  )
}

function Choice({ typed, problems, name, options }: Shown & { name: OneField; options: Option[] }) {
  const { t } = useTranslation('audit-search')
  return (
    <Select
      label={t(`fields.${name}`)}
      name={name}
      id={`filter-${name}`}
      placeholder={t('all')}
      defaultValue={typed[name] ?? ''}
      options={options}
      error={useProblem(problems, name)}
    />
  )
}

function Statuses(shown: Shown) {
  const language = useLanguage()
  const payment = paymentStatuses.map((value) => ({ value, label: paymentLabels[value][language] }))
  const shipping = shippingStatuses.map((value) => ({ value, label: shippingLabels[value][language] }))
  return (
    <>
      <Choice {...shown} name="paymentBefore" options={payment} />
      <Choice {...shown} name="paymentAfter" options={payment} />
      <Choice {...shown} name="shippingBefore" options={shipping} />
      <Choice {...shown} name="shippingAfter" options={shipping} />
    </>
  )
}

function Actor({ people, ...shown }: Shown & Pick<Choices, 'people'>) {
  const { t } = useTranslation(['audit-search', 'common'])
  const persons = people.map(({ id, name, role }) => ({
    value: id,
    label: t('audit-search:actors.person', { name, role: t(`common:roles.${role}`) }),
  }))
  const { actor } = shown.typed
  const kinds = (['desk', 'system'] as const).map((value) => ({
    value: value as string,
    label: t(`audit-search:actors.${value}`),
  }))
  const known = [...kinds, ...persons]
  const other = actor && !shown.problems.actor && known.every(({ value }) => value !== actor)
  const options = other ? [...known, { value: actor, label: t('audit-search:actors.other') }] : known
  return <Choice {...shown} name="actor" options={options} />
}

function useNamed(names: 'evidence' | 'outcomes'): Option[] {
  const { t } = useTranslation('audit-search')
  return Object.entries(t(names, { returnObjects: true })).map(([value, label]) => ({ value, label }))
}

/** What is wrong with a field, and that the search did without it. */
function useProblem(problems: Shown['problems'], field: FilterField): string | undefined {
  const { t } = useTranslation('audit-search')
  const problem = problems[field]
  return problem && `${t(`errors.${problem}`)} ${t('errors.ignored')}`
}
